// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.activedefense.ingest.tail.InMemoryKafka.Arrived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bridge that follows a folder, with everything around it in the test's hand. */
abstract class FollowingTest {
    @TempDir
    Path directory;

    final InMemoryKafka kafka = new InMemoryKafka();
    Path folder;
    Path log;
    Bridge bridge;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(directory.resolve("logs"));
        log = folder.resolve("PA-1.log");
        bridge = new Bridge(folder, Files.createDirectory(directory.resolve("state")), kafka);
    }

    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            bridge.pass(Duration.ofSeconds(1));
            bridge.runUntilIdle();
        }
    }

    List<String> texts() {
        return kafka.inEffect().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Arrived::number))
                .map(Arrived::text)
                .toList();
    }

    static void append(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8), CREATE, APPEND);
    }

    static void truncate(Path file) throws IOException {
        Files.write(file, new byte[0]);
    }
}
