// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void itHoldsTheLinesItTellsAndMovesThemAsTheyAre() throws IOException {
        var backlog = Backlog.written(folder.resolve("backlog"), 1, 1_000_000);
        Path watched = Files.createDirectory(folder.resolve("watched"));
        backlog.moveTo(watched, "W-");
        long lines = 0;
        for (Path file : backlog.files()) {
            try (var read = Files.lines(watched.resolve("W-" + file.getFileName()))) {
                lines += read.count();
            }
        }
        assertThat(lines).isEqualTo(backlog.lines());
        assertThat(backlog.bytes()).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void anEventIsAboutHalfItsLine() {
        assertThat(Backlog.eventBytes()).isBetween(120, 260);
    }
}
