/** From the outbox to Kafka: one leader, in order, and the compacted topics put right when it takes the lead. */
@NullMarked
package io.activedefense.blacklist.relay;

import org.jspecify.annotations.NullMarked;
