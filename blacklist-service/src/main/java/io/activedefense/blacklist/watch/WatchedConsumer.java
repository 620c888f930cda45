// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.watch;

import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.contracts.kafka.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that is watched.
 *
 * @param topic that it reads
 * @param group whose committed offsets tell how far it is; absent: it reads for itself alone
 * @param runner of its thread
 */
public record WatchedConsumer(Topic<?, ?> topic, @Nullable String group, LoopRunner runner) {}
