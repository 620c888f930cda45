// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;
import picocli.CommandLine;

/** A real trace against what an independent reader found in it by brute force. */
class RealTraceTest {
    private static final String VARIABLE = "ACTIVE_DEFENSE_TRACES";
    private static final String TRACE = "marx.log.xz";
    private static final long SEED = 20_130_303;
    private static final int FIVE_MINUTES = 300;
    private static final DateTimeFormatter PAN_OS = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

    private static final @Nullable String GIVEN = System.getenv(VARIABLE);

    @TempDir
    Path folder;

    @BeforeAll
    static void sayLoudlyWhatIsMissing() {
        if (!isThere()) {
            System.err.println("SKIPPED: " + RealTraceTest.class.getSimpleName() + ": " + missing());
        }
    }

    @BeforeEach
    void needsTheTrace() {
        assumeTrue(isThere(), RealTraceTest::missing);
    }

    @ParameterizedTest(name = "more than {0} ports")
    @ValueSource(ints = {10, 15})
    void theTraceGivesWhatIsExpected(int ports) throws IOException {
        Path log = folder.resolve("marx.log");
        try (var stored = trace()) {
            Files.copy(stored, log);
        }
        assertThat(replay(ports, List.of(log))).isEqualTo(expected(ports));
    }

    @ParameterizedTest(name = "more than {0} ports")
    @ValueSource(ints = {10, 15})
    void shuffledByUpToFiveMinutesItGivesTheSame(int ports) throws IOException {
        Path log = folder.resolve("marx.log");
        write(log, shuffled(lines()));
        assertThat(replay(ports, List.of(log))).as("seed " + SEED).isEqualTo(expected(ports));
    }

    @Test
    void splitOverThreeFilesInAnyOrderItGivesTheSame() throws IOException {
        var split = List.of(new ArrayList<String>(), new ArrayList<String>(), new ArrayList<String>());
        var random = new Random(SEED);
        lines().forEach(line -> split.get(random.nextInt(3)).add(line));
        for (int i = 0; i < 3; i++) {
            write(folder.resolve("FW-" + i + ".log"), split.get(i));
        }
        for (String order : List.of("012", "210", "120")) {
            var files = order.chars()
                    .mapToObj(i -> folder.resolve("FW-" + (char) i + ".log"))
                    .toList();
            assertThat(replay(10, files)).as("order " + order).isEqualTo(expected(10));
        }
    }

    private static boolean isThere() {
        return GIVEN != null && Files.isReadable(Path.of(GIVEN, TRACE));
    }

    private static String missing() {
        return "it needs the folder that holds " + TRACE + " in the variable " + VARIABLE
                + (GIVEN == null ? ", which is not set" : ", which is " + GIVEN);
    }

    private static Path traces() {
        return Path.of(GIVEN + "");
    }

    private static Set<String> replay(int ports, List<Path> logs) {
        var args = new ArrayList<>(List.of("--ports", "" + ports, "--hosts", "4"));
        logs.forEach(log -> args.add(log.toString()));
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        int code = new CommandLine(new ReplayCommand(InputStream.nullInputStream(), out))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        assertThat(err.toString()).contains("refused: none", " 0 of them late");
        return Set.copyOf(out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static Set<String> expected(int ports) throws IOException {
        return Set.copyOf(Files.readAllLines(traces().resolve("marx-expected-ports" + ports + "-hosts4.csv")));
    }

    private static InputStream trace() throws IOException {
        return new XZInputStream(Files.newInputStream(traces().resolve(TRACE)));
    }

    private static List<String> lines() throws IOException {
        try (var stored = trace()) {
            return new String(stored.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        }
    }

    /** Each line as if it had been written up to five minutes after its time. */
    private static List<String> shuffled(List<String> lines) {
        record Delayed(long until, String line) {}
        var random = new Random(SEED);
        return lines.stream()
                .map(line -> new Delayed(second(line) + random.nextInt(FIVE_MINUTES), line))
                .sorted(Comparator.comparingLong(Delayed::until))
                .map(Delayed::line)
                .toList();
    }

    private static long second(String line) {
        int at = line.indexOf("TimeReceived=") + "TimeReceived=".length();
        return LocalDateTime.parse(line.substring(at, at + 19), PAN_OS).toEpochSecond(ZoneOffset.UTC);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                var text = new PrintWriter(stream, false, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> text.append(line).append('\n'));
        }
    }
}
