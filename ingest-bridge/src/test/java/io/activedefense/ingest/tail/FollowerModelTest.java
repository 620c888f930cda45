// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.ingest.tail.InMemoryKafka.Arrived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Whatever a writer, rotation, crashes and Kafka do, in whatever order: every line that was finished arrives exactly once
 * in effect, and a device's lines arrive in their order.
 *
 * <p>What can be lost by nature is not asked for: before a file is cut or deleted, Kafka has its lines (though the bridge
 * may crash before it has written that down), and it is renamed only after the bridge has seen it.
 */
class FollowerModelTest {
    enum Act {
        APPEND_LINES,
        APPEND_HALF,
        RENAME,
        TRUNCATE,
        DELETE,
        STEP,
        PASS_A_SECOND,
        KAFKA_GOES_AWAY,
        KAFKA_COMES_BACK,
        RESTART,
        CRASH,
        CRASH_AND_RENAME,
        CRASH_AND_TRUNCATE,
        CRASH_AND_DELETE
    }

    /**
     * @param device whose log it is done to
     * @param size how many lines, bytes or steps
     */
    record Action(Act act, int device, int size) {}

    @Provide
    Arbitrary<List<Action>> actions() {
        var act = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Act.APPEND_LINES)),
                Tuple.of(4, Arbitraries.just(Act.STEP)),
                Tuple.of(8, Arbitraries.of(Act.class)));
        return Combinators.combine(
                        act,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 40))
                .as(Action::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyFinishedLineArrivesOnceAndInOrder(@ForAll("actions") List<Action> actions) throws IOException {
        Path directory = Files.createTempDirectory("follower-model");
        try {
            var world = new World(directory);
            for (Action action : actions) {
                world.perform(action);
            }
            world.calmDown();
            world.assertEveryLineArrivedOnceAndInOrder();
        } finally {
            deleteAll(directory);
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Two devices' logs, the bridge, Kafka, and what was written. */
    private static final class World {
        private final InMemoryKafka kafka = new InMemoryKafka();
        private final Path folder;
        private final Bridge bridge;
        private final List<Log> logs;
        private int rotations;

        World(Path directory) throws IOException {
            folder = Files.createDirectory(directory.resolve("logs"));
            logs = List.of(new Log("PA-1"), new Log("PA-2"));
            bridge = new Bridge(folder, Files.createDirectory(directory.resolve("state")), kafka);
        }

        void perform(Action action) throws IOException {
            Log log = logs.get(action.device);
            switch (action.act) {
                case APPEND_LINES -> log.appendLines(action.size);
                case APPEND_HALF -> log.appendHalf(action.size);
                case RENAME -> rename(log);
                case TRUNCATE -> truncate(log);
                case DELETE -> delete(log);
                case STEP -> step(action.size);
                case PASS_A_SECOND -> bridge.settle();
                case KAFKA_GOES_AWAY -> kafka.goAway();
                case KAFKA_COMES_BACK -> kafka.comeBack();
                case RESTART -> bridge.restart();
                case CRASH -> crash(action.size);
                case CRASH_AND_RENAME -> crashAndRename(log, action.size);
                case CRASH_AND_TRUNCATE -> crashAndTruncate(log);
                case CRASH_AND_DELETE -> crashAndDelete(log);
            }
        }

        private void step(int times) {
            for (int i = 0; i < times; i++) {
                bridge.pass(Duration.ofMillis(100));
                bridge.step();
            }
        }

        private void rename(Log log) throws IOException {
            bridge.settle();
            log.rename(++rotations);
        }

        private void crashAndRename(Log log, int landed) throws IOException {
            bridge.settle();
            if (Files.exists(log.path)) {
                log.appendLines(landed);
                kafka.loseConnection(landed);
                log.rename(++rotations);
                bridge.crash();
            }
        }

        private void truncate(Log log) throws IOException {
            calmDown();
            log.truncate();
        }

        private void crashAndTruncate(Log log) throws IOException {
            if (everythingArrived(log)) {
                kafka.loseConnection(0);
                log.truncate();
                bridge.crash();
            }
        }

        private void delete(Log log) throws IOException {
            calmDown();
            log.delete();
        }

        private void crashAndDelete(Log log) throws IOException {
            if (everythingArrived(log)) {
                kafka.loseConnection(0);
                log.delete();
                bridge.crash();
            }
        }

        /** Without that time passes, in which a checkpoint would be written. */
        private boolean everythingArrived(Log log) {
            kafka.comeBack();
            bridge.runUntilIdle();
            return kafka.inEffect().stream()
                    .flatMap(List::stream)
                    .map(Arrived::text)
                    .toList()
                    .containsAll(log.finished);
        }

        private void crash(int landed) {
            kafka.loseConnection(landed);
            bridge.crash();
        }

        void calmDown() {
            do {
                kafka.comeBack();
                bridge.settle();
            } while (kafka.hasUnderway());
        }

        void assertEveryLineArrivedOnceAndInOrder() {
            var partitions = kafka.inEffect();
            assertThat(partitions.stream().flatMap(List::stream).map(Arrived::text))
                    .containsExactlyInAnyOrderElementsOf(
                            logs.stream().flatMap(log -> log.finished.stream()).toList());
            partitions.forEach(World::assertInOrder);
            assertIdentitiesTellLinesApart(partitions);
        }

        private static void assertInOrder(List<Arrived> partition) {
            for (String device : List.of("PA-1", "PA-2")) {
                assertThat(partition.stream().map(Arrived::text).filter(text -> text.startsWith(device)))
                        .isSorted();
            }
        }

        private static void assertIdentitiesTellLinesApart(List<List<Arrived>> partitions) {
            Map<LineIdentity, String> seen = new HashMap<>();
            partitions.stream().flatMap(List::stream).forEach(line -> {
                String other = seen.put(line.identity(), line.text());
                assertThat(other).as("another line with %s", line.identity()).isNull();
            });
        }

        /** Lines are numbered, so that their order shows. */
        private final class Log {
            private final String device;
            private final Path path;
            private final List<String> finished = new ArrayList<>();
            private String half = "";
            private Path halfIn;

            Log(String device) {
                this.device = device;
                this.path = folder.resolve(device + ".log");
                this.halfIn = path;
            }

            void appendLines(int count) throws IOException {
                finishHalf();
                for (int i = 0; i < count; i++) {
                    write(path, next() + "\n");
                    finished.add(next());
                }
            }

            void appendHalf(int length) throws IOException {
                finishHalf();
                half = next().substring(0, Math.min(length, next().length()));
                halfIn = path;
                write(path, half);
            }

            void finishHalf() throws IOException {
                if (!half.isEmpty()) {
                    write(halfIn, next().substring(half.length()) + "\n");
                    finished.add(next());
                    half = "";
                }
            }

            /** Of very different lengths, so that a cut file's next life is shorter or longer. */
            private String next() {
                int number = finished.size();
                return "%s %06d ".formatted(device, number) + "x".repeat(number * 37 % 300);
            }

            /** Without a successor until the next line. What is half written will be finished in the old file. */
            void rename(int rotation) throws IOException {
                if (Files.exists(path)) {
                    Path renamed = path.resolveSibling(device + ".log." + rotation);
                    Files.move(path, renamed);
                    halfIn = halfIn.equals(path) ? renamed : halfIn;
                }
            }

            void truncate() throws IOException {
                if (Files.exists(path)) {
                    Files.write(path, new byte[0]);
                    forgetHalfIn(path);
                }
            }

            void delete() throws IOException {
                Files.deleteIfExists(path);
                forgetHalfIn(path);
            }

            private void forgetHalfIn(Path gone) {
                half = halfIn.equals(gone) ? "" : half;
            }

            private static void write(Path path, String text) throws IOException {
                Files.write(path, text.getBytes(UTF_8), CREATE, APPEND);
            }
        }
    }
}
