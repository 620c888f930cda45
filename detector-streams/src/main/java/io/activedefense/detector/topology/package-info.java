/** The Kafka Streams topology: processors and stores around the detector. */
@NullMarked
package io.activedefense.detector.topology;

import org.jspecify.annotations.NullMarked;
