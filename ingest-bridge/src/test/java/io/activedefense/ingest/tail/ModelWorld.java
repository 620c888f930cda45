// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.ingest.tail.InMemoryKafka.Arrived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two devices' logs, the bridge, Kafka, and what was written. */
final class ModelWorld {
    private static final Duration REMOVAL = Duration.ofMinutes(5);

    private final InMemoryKafka kafka = new InMemoryKafka();
    private final Path folder;
    private final Bridge bridge;
    private final List<WrittenLog> logs;
    private final List<Path> archives;
    private Map<Object, List<String>> rotated = Map.of();
    private boolean up = true;

    /**
     * The bridge has seen the folder once, and what was rotated before that.
     *
     * @param removing whether it removes what is rotated and read
     */
    ModelWorld(Path directory, boolean removing) throws IOException {
        folder = Files.createDirectory(directory.resolve("logs"));
        logs = List.of(new WrittenLog(folder, "PA-1", false), new WrittenLog(folder, "PA-2", true));
        archives = Stream.of("PA-1.log.9001", "PA-1.log.9000", "PA-2.log-20250101", "PA-2.log-20250102")
                .map(folder::resolve)
                .toList();
        for (Path archive : archives) {
            Files.writeString(archive, "of before we came: " + archive.getFileName() + "\n");
        }
        var followed = new FollowedFolders(List.of(folder), removing ? REMOVAL : null);
        bridge = new Bridge(followed, Files.createDirectory(directory.resolve("state")), ChangeHints.NONE, kafka);
        bridge.settle();
    }

    void perform(Action action) throws IOException {
        WrittenLog log = logs.get(action.device());
        switch (action.act()) {
            case APPEND_LINES -> log.appendLines(action.size());
            case APPEND_HALF -> log.appendHalf(action.size());
            case RENAME -> log.rename();
            case RENAME_TWICE -> renameTwice(log, action.size());
            case COPY_AND_TRUNCATE -> log.copyAndTruncate();
            case TRUNCATE -> truncate(log);
            case DELETE -> delete(log);
            case DELETE_AND_RECREATE -> deleteAndRecreate(log, action.size());
            case STEP -> step(action.size());
            case PASS_A_SECOND -> passASecond();
            case PASS_TEN_MINUTES -> passLong(Duration.ofMinutes(10));
            case PASS_EIGHT_DAYS -> passLong(Duration.ofDays(8));
            case KAFKA_GOES_AWAY -> kafka.goAway();
            case KAFKA_COMES_BACK -> kafka.comeBack();
            case FOLDER_GOES_AWAY_FOR_A_SECOND -> folderGoesAway();
            case STOP -> stop();
            case KILL -> kill(action.size());
            case START -> start();
            case CRASH -> crash(action.size());
            case CRASH_AND_TRUNCATE -> crashAndTruncate(log);
            case CRASH_AND_DELETE -> crashAndDelete(log);
        }
        assertNothingWasRemovedThatHadNotArrived();
    }

    private static void renameTwice(WrittenLog log, int lines) throws IOException {
        log.rename();
        log.appendLines(lines);
        log.rename();
    }

    private void truncate(WrittenLog log) throws IOException {
        calmDown();
        log.truncate();
    }

    private void delete(WrittenLog log) throws IOException {
        calmDown();
        log.delete();
    }

    private void deleteAndRecreate(WrittenLog log, int lines) throws IOException {
        delete(log);
        log.appendLines(lines);
    }

    private void step(int times) {
        for (int i = 0; i < times && up; i++) {
            bridge.pass(Duration.ofMillis(100));
            bridge.step();
        }
    }

    private void passASecond() {
        if (up) {
            bridge.settle();
        }
    }

    private void passLong(Duration time) {
        passASecond();
        if (up) {
            bridge.pass(time);
        }
        for (int i = 0; i < 3; i++) {
            passASecond();
        }
    }

    private void folderGoesAway() throws IOException {
        Path away = folder.resolveSibling("away");
        Files.move(folder, away);
        passASecond();
        Files.move(away, folder);
    }

    private void stop() {
        if (up) {
            bridge.stop();
            kafka.loseConnection(0);
            up = false;
        }
    }

    private void kill(int landed) {
        if (up) {
            kafka.loseConnection(landed);
            up = false;
        }
    }

    private void start() {
        if (!up) {
            bridge.crash(); // what was before, is forgotten
            up = true;
        }
    }

    private void crash(int landed) {
        kill(landed);
        start();
    }

    private void crashAndTruncate(WrittenLog log) throws IOException {
        if (everythingArrived(log)) {
            kill(0);
            log.truncate();
            start();
        }
    }

    private void crashAndDelete(WrittenLog log) throws IOException {
        if (everythingArrived(log)) {
            kill(0);
            log.delete();
            start();
        }
    }

    /** Without that time passes, in which a checkpoint would be written. */
    private boolean everythingArrived(WrittenLog log) {
        if (up) {
            kafka.comeBack();
            bridge.runUntilIdle();
        }
        return kafka.inEffect().stream()
                .flatMap(List::stream)
                .map(Arrived::text)
                .toList()
                .containsAll(log.finished());
    }

    void calmDown() {
        start();
        do {
            kafka.comeBack();
            bridge.settle();
        } while (kafka.hasUnderway());
    }

    private void assertNothingWasRemovedThatHadNotArrived() throws IOException {
        var there = new HashMap<Object, List<String>>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> !LogFile.isLog(path)).toList()) {
                there.put(Files.readAttributes(file, BasicFileAttributes.class).fileKey(), Files.readAllLines(file));
            }
        }
        var arrived = new HashSet<String>();
        kafka.inEffect().forEach(partition -> partition.forEach(line -> arrived.add(line.text())));
        rotated.forEach((file, lines) -> {
            if (!there.containsKey(file)) {
                assertThat(arrived).containsAll(lines);
            }
        });
        rotated = there;
        assertThat(archives).allMatch(Files::exists);
    }

    void assertEveryLineArrivedOnceAndInOrder() {
        var partitions = kafka.inEffect();
        assertThat(partitions.stream().flatMap(List::stream).map(Arrived::text))
                .containsExactlyInAnyOrderElementsOf(
                        logs.stream().flatMap(log -> log.finished().stream()).toList());
        for (List<Arrived> partition : partitions) {
            logs.forEach(log -> assertInOrder(log, partition));
        }
        assertIdentitiesTellLinesApart(partitions);
    }

    private static void assertInOrder(WrittenLog log, List<Arrived> partition) {
        assertThat(partition.stream().map(Arrived::text).filter(text -> text.startsWith(log.device())))
                .isSorted();
    }

    private static void assertIdentitiesTellLinesApart(List<List<Arrived>> partitions) {
        Map<LineIdentity, String> seen = new HashMap<>();
        partitions.stream().flatMap(List::stream).forEach(line -> {
            String other = seen.put(line.identity(), line.text());
            assertThat(other).as("another line with %s", line.identity()).isNull();
        });
    }
}
