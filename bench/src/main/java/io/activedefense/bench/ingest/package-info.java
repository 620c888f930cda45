/** The bridge alone, from files to the broker, beside Kafka's own producer tool. */
@NullMarked
package io.activedefense.bench.ingest;

import org.jspecify.annotations.NullMarked;
