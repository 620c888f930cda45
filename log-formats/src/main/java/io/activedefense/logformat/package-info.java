/**
 * From a line's bytes to an event: one class a format behind {@link io.activedefense.logformat.LogFormat}. No file, no
 * clock and no Kafka here.
 */
@NullMarked
package io.activedefense.logformat;

import org.jspecify.annotations.NullMarked;
