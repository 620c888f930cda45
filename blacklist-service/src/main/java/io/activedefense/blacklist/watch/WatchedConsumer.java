// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.watch;

import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.LoopRunner.Failure;
import io.activedefense.contracts.kafka.Topic;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that is watched.
 *
 * @param topic that it reads
 * @param group whose committed offsets tell how far it is; absent: it reads for itself alone
 * @param runners of its threads
 */
public record WatchedConsumer(Topic<?, ?> topic, @Nullable String group, List<LoopRunner> runners) {
    public WatchedConsumer {
        runners = List.copyOf(runners);
    }

    public WatchedConsumer(Topic<?, ?> topic, @Nullable String group, LoopRunner runner) {
        this(topic, group, List.of(runner));
    }

    boolean isRunning() {
        return runners.stream().allMatch(LoopRunner::isRunning);
    }

    /** What hinders one of its threads; absent: nothing hinders any. */
    Optional<Failure> failure() {
        return runners.stream().flatMap(runner -> runner.failure().stream()).findFirst();
    }
}
