// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import static io.activedefense.standalone.replay.LogLines.attempt;
import static io.activedefense.standalone.replay.LogLines.exploit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.contracts.json.Json;
import io.activedefense.standalone.ActiveDefense;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayCommandTest {
    private static final String SCANNER = "11.0.0.7";
    private static final String HEADER = "source,rule,first_trigger\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void anEleventhPortWithinTenMinutesIsAPortScan() throws IOException {
        var log = write("PA-1.log", portScan(11, 59));
        assertThat(replay(log)).isEqualTo(HEADER + "11.0.0.7,port-scan,2025-02-20 12:09:50\n");
    }

    @Test
    void anEleventhPortExactlyTenMinutesAfterTheFirstIsNone() throws IOException {
        var log = write("PA-1.log", portScan(11, 60));
        assertThat(replay(log)).isEqualTo(HEADER);
    }

    @Test
    void anEleventhHostIsAnIpScanAndACriticalExploitIsEnough() throws IOException {
        var lines = new ArrayList<String>();
        IntStream.rangeClosed(1, 11).forEach(host -> lines.add(attempt(SCANNER, "192.0.2." + host, 22, host)));
        lines.add(exploit("11.0.0.8", "critical", 5));
        lines.add(exploit("11.0.0.9", "high", 6));
        var log = write("PA-1.log", lines);
        assertThat(replay(log))
                .isEqualTo(HEADER
                        + "11.0.0.8,vulnerability,2025-02-20 12:00:05\n"
                        + "11.0.0.7,ip-scan,2025-02-20 12:00:11\n");
        assertThat(replay("--severity", "high", "--hosts", "11", log))
                .isEqualTo(HEADER
                        + "11.0.0.8,vulnerability,2025-02-20 12:00:05\n"
                        + "11.0.0.9,vulnerability,2025-02-20 12:00:06\n");
        assertThat(replay("--severity", "off", "--minutes", "0", log)).isEqualTo(HEADER);
    }

    @Test
    void theOrderOfLinesWithinTheGraceAndOfFilesDoesNotMatter() throws IOException {
        var lines = portScan(30, 20);
        String expected = HEADER + "11.0.0.7,port-scan,2025-02-20 12:03:20\n";
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(lines, new Random(seed));
            var files = List.of(
                    write("PA-1.log", lines.subList(0, 7)),
                    write("PA-2.log", lines.subList(7, 19)),
                    write("PA-3.log", lines.subList(19, 30)));
            var anyOrder = new ArrayList<>(files);
            Collections.shuffle(anyOrder, new Random(seed));
            assertThat(replay(anyOrder.toArray(String[]::new)))
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void evidenceOfOneSecondIsTheSameInAnyOrder() throws IOException {
        var lines = portScan(20, 0);
        var first = replay("--json", write("PA-1.log", lines));
        Collections.shuffle(lines, new Random(1));
        assertThat(replay("--json", write("PA-1.log", lines))).isEqualTo(first);
    }

    @Test
    void whatIsLaterThanTheGraceIsCountedAndStartsNoScan() throws IOException {
        var lines = portScan(10, 1);
        lines.add(attempt("11.0.0.1", "192.0.2.9", 1, 611));
        lines.add(attempt(SCANNER, "192.0.2.9", 4_000, 10));
        assertThat(replay(write("PA-1.log", lines))).isEqualTo(HEADER);
        assertThat(err.toString()).contains("12 events, 1 of them late");
    }

    @Test
    void aLateExploitIsStillOne() throws IOException {
        var log =
                write("PA-1.log", List.of(attempt("11.0.0.1", "192.0.2.9", 1, 3_600), exploit(SCANNER, "critical", 0)));
        assertThat(replay(log)).isEqualTo(HEADER + "11.0.0.7,vulnerability,2025-02-20 12:00:00\n");
    }

    @Test
    void ofALateExploitAndOneInTimeTheEarlierIsTheFirstTrigger() throws IOException {
        var lines = new ArrayList<String>();
        IntStream.rangeClosed(1, 5).forEach(i -> lines.add(attempt("11.0.0.1", "192.0.2.9", 1, i * 700L)));
        lines.add(0, exploit(SCANNER, "critical", 100));
        for (long late : List.of(50L, 150L)) {
            for (int at = 3; at <= lines.size(); at++) {
                var withLate = new ArrayList<>(lines);
                withLate.add(at, exploit(SCANNER, "critical", late));
                assertThat(replay(write("PA-1.log", withLate)))
                        .as(late + " as line " + at)
                        .isEqualTo(HEADER
                                + "11.0.0.7,vulnerability,2025-02-20 12:0%s\n".formatted(late == 50 ? "0:50" : "1:40"));
            }
        }
    }

    @Test
    void aLateExploitInOneFileDoesNotHideAnEarlierOneInAnother() throws IOException {
        var ahead = write(
                "PA-1.log", List.of(attempt("11.0.0.1", "192.0.2.9", 1, 3_600), exploit(SCANNER, "critical", 500)));
        var behind = write("PA-2.log", List.of(exploit(SCANNER, "critical", 400)));
        String expected = HEADER + "11.0.0.7,vulnerability,2025-02-20 12:06:40\n";
        assertThat(replay(ahead, behind)).isEqualTo(expected);
        assertThat(replay(behind, ahead)).isEqualTo(expected);
    }

    @Test
    void aSlowScanIsNotForgottenWhileItLasts() throws IOException {
        for (long otherBefore = 0; otherBefore <= 600; otherBefore += 60) {
            var lines = portScan(11, 59);
            lines.add(0, attempt("11.0.0.1", "192.0.2.9", 1, -otherBefore));
            assertThat(replay(write("PA-1.log", lines))).isEqualTo(HEADER + "11.0.0.7,port-scan,2025-02-20 12:09:50\n");
        }
    }

    @Test
    void evidenceIsThereOnRequest() throws IOException {
        JsonNode found =
                Json.STRICT.readTree(replay("--json", "--ports", "2", write("PA-1.log.2.gz", portScan(3, 60))));
        assertThat(found.get("source").textValue()).isEqualTo(SCANNER);
        assertThat(found.get("rule").textValue()).isEqualTo("port-scan");
        assertThat(found.get("first_trigger").textValue()).isEqualTo("2025-02-20 12:02:00");
        assertThat(found.get("evidence")).hasSize(3);
        assertThat(found.get("evidence").get(0)).isEqualTo(Json.STRICT.readTree("""
                        {"at": "2025-02-20 12:00:00", "device": "PA-1", "destination": "192.0.2.9", "port": 1000,
                         "action": "drop", "policy": "Inbound"}
                        """));
    }

    @Test
    void ownNetworksBoundTheDestinationsAndAllowedOnesAreNeverSuspicious() throws IOException {
        var log = write("PA-1.log", portScan(11, 1));
        assertThat(replay("--own", "192.0.2.0/24", log)).contains(SCANNER);
        assertThat(replay("--own", "198.51.100.0/24", log)).isEqualTo(HEADER);
        assertThat(replay("--own", "198.51.100.0/24", "--own", "192.0.2.9", log))
                .contains(SCANNER);
        assertThat(replay("--allow", "11.0.0.0/8", log)).isEqualTo(HEADER);
    }

    @Test
    void sourcesOfOneIpv6NetworkAreOne() throws IOException {
        var lines = new ArrayList<String>();
        IntStream.rangeClosed(1, 11).forEach(i -> lines.add(attempt("2a00:1:2:3::" + i, "192.0.2.9", i, i)));
        assertThat(replay(write("PA-1.log", lines)))
                .isEqualTo(HEADER + "2a00:1:2:3::/64,port-scan,2025-02-20 12:00:11\n");
    }

    @Test
    void standardInputIsReadAndRefusedLinesAreCountedByReason() throws IOException {
        var lines = portScan(11, 1);
        lines.add(3, "garbage");
        lines.add(5, lines.get(0).substring(0, 100));
        lines.add(7, "");
        assertThat(run(String.join("\n", lines), out, "-")).isZero();
        assertThat(out).asString().isEqualTo(HEADER + "11.0.0.7,port-scan,2025-02-20 12:00:10\n");
        assertThat(err.toString())
                .contains("14 lines", "refused: cut-short 1, unknown-format 1", "ignored: empty-line 1");
    }

    @Test
    void aReaderThatGoesAwayEndsItQuietly() throws IOException {
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(run("", closed, write("PA-1.log", portScan(11, 1)))).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aCompressedFileThatEndsInTheMiddleIsAnErrorThatNamesIt() throws IOException {
        var whole = Path.of(write("PA-1.log.gz", portScan(11, 1)));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(fails(1, "replay", whole.toString()))
                .isEqualTo("'" + whole + "' can't be read: it ends in the middle\n");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--ports | 0 | '--ports': '0' is not accepted; it must be a number in 1 to 1000",
                "--ports | many | '--ports': 'many' is not accepted; it must be a number in 1 to 1000",
                "--hosts | 1001 | '--hosts': '1001' is not accepted; it must be a number in 1 to 1000",
                "--minutes | -1 | '--minutes': '-1' is not accepted; it must be a number in 0 to 1440",
                "--severity | low | '--severity': 'low' is not accepted; it must be critical, high or off",
                "--own | 10.0.0.0/33 | '--own' (CIDR): '10.0.0.0/33' is not accepted; it must be an address or a prefix",
                "--allow | 10.0.0.1/8 | '--allow' (CIDR): '10.0.0.1/8' is not accepted; it must be an address or a prefix",
            })
    void aMistakeIsOneLineThatNamesOptionValueAndRange(String option, String value, String message) throws IOException {
        var log = write("PA-1.log", portScan(11, 1));
        assertThat(fails(2, "replay", option, value, log))
                .startsWith("Invalid value for option " + message)
                .hasLineCount(1);
    }

    @Test
    void aFileThatCantBeReadIsOneLineThatNamesIt() throws IOException {
        var log = write("PA-1.log", List.of());
        String missing = folder.resolve("missing.log").toString();
        assertThat(fails(2, "replay", log, missing)).isEqualTo("FILE: '" + missing + "' can't be read: no such file\n");
        assertThat(fails(2, "replay", folder.toString()))
                .contains("it is a folder")
                .hasLineCount(1);
        assertThat(fails(2, "replay", log, log)).contains("it is given twice").hasLineCount(1);
        assertThat(fails(2, "replay")).contains("FILE").hasLineCount(1);
    }

    /** One source, one host, so many ports, so many seconds apart. */
    private static List<String> portScan(int ports, int seconds) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < ports; i++) {
            lines.add(attempt(SCANNER, "192.0.2.9", 1_000 + i, (long) i * seconds));
        }
        return lines;
    }

    private String write(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try (var plain = Files.newOutputStream(file);
                var stream = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            stream.write(text);
        }
        return file.toString();
    }

    private String replay(String... args) {
        out.reset();
        assertThat(run("", out, args)).as(err.toString()).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String in, OutputStream to, String... args) {
        var command = new ReplayCommand(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), to);
        return new CommandLine(command).setErr(new PrintWriter(err, true)).execute(args);
    }

    private String fails(int code, String... args) {
        var messages = new StringWriter();
        assertThat(ActiveDefense.commandLine()
                        .setErr(new PrintWriter(messages, true))
                        .execute(args))
                .isEqualTo(code);
        return messages.toString();
    }
}
