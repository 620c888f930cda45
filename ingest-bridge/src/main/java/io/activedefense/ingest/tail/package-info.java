/** Follows log files across rotation, truncation and restarts, line by line. Knows no Kafka and no framework. */
@NullMarked
package io.activedefense.ingest.tail;

import org.jspecify.annotations.NullMarked;
