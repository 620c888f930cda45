// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever a writer, rotation, crashes and Kafka do, in whatever order, and whether the bridge runs or not: every line
 * that was finished arrives exactly once in effect, and a device's lines arrive in their order. What was rotated before the
 * bridge came is neither read nor removed; what is removed, if that is asked for, has arrived.
 *
 * <p>What can be lost by nature is not asked for: before a file is cut in place or deleted, without that anything holds a
 * copy, Kafka has its lines (though the bridge may crash before it has written that down). To copy and to cut is one step
 * here: what is written in between, is lost by the one who rotates so.
 */
class FollowerModelTest {
    /** A thousand sequences, ten thousand in the long form. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyFinishedLineArrivesOnceAndInOrder(@ForAll("actions") List<Action> actions, @ForAll boolean removing)
            throws IOException {
        Path directory = Files.createTempDirectory("follower-model");
        try {
            var world = new ModelWorld(directory, removing);
            for (Action action : actions) {
                world.perform(action);
            }
            world.calmDown();
            world.assertEveryLineArrivedOnceAndInOrder();
        } finally {
            deleteAll(directory);
        }
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        var act = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Action.Act.APPEND_LINES)),
                Tuple.of(4, Arbitraries.just(Action.Act.STEP)),
                Tuple.of(10, Arbitraries.of(Action.Act.class)));
        return Combinators.combine(
                        act,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 40))
                .as(Action::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
