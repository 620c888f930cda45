/** Notifications by webhook: JSON, signed, and only to where the gate lets it. */
@NullMarked
package io.activedefense.blacklist.webhook;

import org.jspecify.annotations.NullMarked;
