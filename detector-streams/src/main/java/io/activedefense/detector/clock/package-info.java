/** How far each device has come in event time. */
@NullMarked
package io.activedefense.detector.clock;

import org.jspecify.annotations.NullMarked;
