/** Entries as files that people keep: what is read in, and what is written out; plain Java. */
@NullMarked
package io.activedefense.blacklist.exchange;

import org.jspecify.annotations.NullMarked;
