/** What this service reads from Kafka, and how far it and the detector have come. */
@NullMarked
package io.activedefense.blacklist.consume;

import org.jspecify.annotations.NullMarked;
