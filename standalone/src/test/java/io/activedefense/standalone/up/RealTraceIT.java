// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.activedefense.standalone.ActiveDefense;
import io.activedefense.standalone.database.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real trace, its times shifted so that it ends now, written in pieces into the folder that a running product watches. */
class RealTraceIT {
    private static final String VARIABLE = "ACTIVE_DEFENSE_TRACES";
    private static final @Nullable String GIVEN = System.getenv(VARIABLE);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(RealTraceIT.class);
    private static final long SEED = 20_130_908;

    private @Nullable SignedInAdmin admin;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void sayLoudlyWhatIsMissing() {
        if (!isThere()) {
            System.err.println("SKIPPED: RealTraceIT: the folder of the real trace is not in the variable " + VARIABLE);
        }
    }

    @BeforeEach
    void needsTheTrace() {
        assumeTrue(isThere(), "the folder of the real trace is not in the variable " + VARIABLE);
    }

    @Test
    void theListIsWhatTheTraceHoldsThroughKillsAndRestarts() throws Exception {
        var trace = ShiftedTrace.endingNow(Path.of(GIVEN + ""));
        var data = folder.resolve("data");
        var logs = Files.createDirectories(folder.resolve("logs"));
        var log = logs.resolve("MARX-FW-01.log");
        try (var up = RunningUp.ready(data, "--logs", logs.toString(), "--settings", settings(360))) {
            append(log, trace.text(), 0, trace.text().length / 2);
            await().atMost(LONG).until(() -> !list(up).isEmpty());
            up.killAll();
        }
        append(log, trace.text(), trace.text().length / 2, trace.text().length / 16 * 12);
        String listed;
        try (var up = RunningUp.ready(data, "--logs", logs.toString())) {
            for (int part = 12; part < 16; part++) {
                long before = archived(data);
                append(log, trace.text(), trace.text().length / 16 * part, partEnd(trace, part));
                await().atMost(LONG).until(() -> archived(data) > before);
                up.killDatabase();
            }
            await().atMost(LONG)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(list(up)).isEqualTo(trace.expectedSources()));
            listed = get(up, "/files/blacklist.txt");
            assertThat(get(up, "/api/v1/blacklist/" + trace.expectedSources().first()))
                    .contains("\"evidence\"")
                    .contains("MARX-FW-01")
                    .contains("Active Defense sensor");
            up.stop();
        }
        try (var up = RunningUp.ready(data, "--logs", logs.toString())) {
            assertThat(get(up, "/files/blacklist.txt")).isEqualTo(listed);
            await().atMost(LONG).until(() -> get(up, "/api/v1/status").contains("MARX-FW-01"));
            assertThat(meter(up, "active_defense_bridge_lines_total")).isZero();
            assertThat(list(up)).isEqualTo(trace.expectedSources());
            await().atMost(LONG).until(() -> archived(data) == trace.lines());
            ArchivedLines.areThoseOf(trace.text(), Postgres.runningIn(data));
            assertThat(backtest(data)).isEqualTo(trace.expectedSources());
        }
    }

    @Test
    void withTheDefaultBlockWindowTheListIsWhatWasLastSeenWithinIt() throws Exception {
        var trace = ShiftedTrace.endingNow(Path.of(GIVEN + ""));
        var logs = Files.createDirectories(folder.resolve("logs"));
        var log = logs.resolve("MARX-FW-01.log");
        try (var up = RunningUp.ready(folder.resolve("data"), "--logs", logs.toString(), "--settings", settings(30))) {
            append(log, trace.text(), 0, trace.text().length);
            Instant window = Instant.now().minus(Duration.ofDays(30));
            // What was last seen within minutes of the window's edge leaves it while the test runs.
            var surely = trace.expectedSeenSince(window.plus(Duration.ofMinutes(15)));
            var possibly = trace.expectedSeenSince(window);
            await().atMost(LONG).untilAsserted(() -> assertThat(list(up)).containsAll(surely));
            await().atMost(LONG).untilAsserted(() -> assertThat(list(up)).isSubsetOf(possibly));
        }
    }

    private static int partEnd(ShiftedTrace trace, int part) {
        return part == 15 ? trace.text().length : trace.text().length / 16 * (part + 1);
    }

    private static boolean isThere() {
        return GIVEN != null && Files.isReadable(Path.of(GIVEN, ShiftedTrace.TRACE));
    }

    private String settings(int blockWindowDays) throws IOException {
        return Files.writeString(folder.resolve("settings.json"), """
                        {"portScan": {"threshold": 10}, "ipScan": {"threshold": 4}, "holdAnswers": false, "allowlist": [],
                         "blockWindowDays": %d, "logRetentionDays": 365}
                        """.formatted(blockWindowDays))
                .toString();
    }

    /** In pieces of any size, which end in the middle of lines. */
    private static void append(Path log, byte[] text, int from, int to) throws IOException {
        var random = new Random(SEED);
        try (var out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int at = from; at < to; ) {
                int end = Math.min(to, at + 1 + random.nextInt(4_000_000));
                out.write(text, at, end - at);
                out.flush();
                at = end;
            }
        }
    }

    /** How many rows there are; none can be counted while the database starts again. */
    private static long archived(Path data) {
        try (var connection = ArchivedLines.connection(Postgres.runningIn(data));
                var row = connection.createStatement().executeQuery("SELECT count(*) FROM log_record")) {
            row.next();
            return row.getLong(1);
        } catch (IOException | SQLException e) {
            LOG.info("no rows are counted now: {}", e.getMessage());
            return -1;
        }
    }

    /** What the settings in force would list of all that was archived. */
    private static Set<String> backtest(Path data) {
        var out = new StringWriter();
        int status = ActiveDefense.commandLine()
                .setOut(new PrintWriter(out))
                .execute(
                        "backtest",
                        "--data",
                        data.toString(),
                        "--all",
                        "--from",
                        Instant.now().minus(Duration.ofDays(364)).toString());
        assertThat(status).isZero();
        return out.toString()
                .lines()
                .skip(1)
                .filter(line -> line.contains(",same,"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> list(RunningUp up) throws IOException, InterruptedException {
        return get(up, "/files/blacklist.txt").lines().collect(Collectors.toCollection(TreeSet::new));
    }

    private double meter(RunningUp up, String name) throws IOException, InterruptedException {
        return get(up, "/prometheus")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String get(RunningUp up, String path) throws IOException, InterruptedException {
        if (admin == null) {
            admin = SignedInAdmin.first(up);
        }
        return admin.get(up, path);
    }
}
