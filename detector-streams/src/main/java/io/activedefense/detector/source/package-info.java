/** What the detector remembers of sources, and what it makes of an event. Plain Java: no Kafka, no clock. */
@NullMarked
package io.activedefense.detector.source;

import org.jspecify.annotations.NullMarked;
