/**
 * What is suspicious: the rules, and a set of them as the settings describe it. Plain Java: no clock, no I/O. A new rule
 * is a class that implements {@link io.activedefense.rules.Rule}, its settings, and a line in
 * {@link io.activedefense.rules.RuleSet}.
 */
@NullMarked
package io.activedefense.rules;

import org.jspecify.annotations.NullMarked;
