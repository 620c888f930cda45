// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.AddressScanner;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.logformat.ParseOutcome.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every format for a while over damaged lines: each is read or refused, never thrown at, and what is read depends on the
 * line's bytes alone and is a whole event with the source that stands where sources stand.
 */
class FuzzTest {
    private static final Duration WHILE = Duration.ofSeconds(Long.getLong("active-defense.fuzz.seconds", 10));
    private static final long SEED = Long.getLong("active-defense.fuzz.seed", System.nanoTime());
    private static final long ARRIVAL = Instant.parse("2025-02-20T11:49:44Z").toEpochMilli();
    private static final byte[] AROUND = "; Type= THREAT;\"\",\"1.1.1.1".getBytes(StandardCharsets.UTF_8);
    private static final Pattern BEGINNING = Pattern.compile("(^|[ \u00bf])(?=\\d*,.{4}/../.. .{8},)", Pattern.DOTALL);
    /** One with an even number of quotation marks behind it. */
    private static final Pattern OUTER_COMMA = Pattern.compile(",(?=([^\"]*+\"[^\"]*+\")*+[^\"]*+$)");

    private static final EventTimes TIMES = EventTimes.of(ZoneId.of("Europe/Berlin"));

    private final FirewallEventWriter writer = new FirewallEventWriter();

    static Stream<String> formats() {
        return Stream.concat(LogFormats.names().stream(), Stream.of("recognised"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void aDamagedLineIsReadOrRefused(String name) {
        LogFormat format = name.equals("recognised") ? LogFormats.recognised(TIMES) : LogFormats.named(name, TIMES);
        var lines = new MutatedLines(SEED, name.equals("csv") ? 95 : name.equals("recognised") ? 50 : 5);
        Map<String, Integer> outcomes = new TreeMap<>();
        System.out.println("Fuzzing " + name + " for " + WHILE + ", -Dactive-defense.fuzz.seed=" + SEED);
        for (long begin = System.nanoTime(); System.nanoTime() - begin < WHILE.toNanos(); ) {
            for (int i = 0; i < 1_000; i++) {
                outcomes.merge(check(format, lines.next()), 1, Integer::sum);
            }
        }
        System.out.println(name + ": " + outcomes);
        assertThat(outcomes)
                .as("the damage leaves lines to be read and to be refused")
                .containsKeys("parsed", "cut-short");
    }

    private String check(LogFormat format, byte[] line) {
        try {
            ParseOutcome outcome = format.parse(line, 0, line.length, ARRIVAL, writer);
            if (outcome == Parsed.PARSED) {
                checkEvent(FirewallEvent.of(writer.build().bytes()), format, line);
            } else {
                assertThat(parseAmidOthers(format, line)).isEqualTo(outcome);
            }
            return outcome.label();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + SEED + ", line " + HexFormat.of().formatHex(line), e);
        }
    }

    private void checkEvent(FirewallEvent event, LogFormat format, byte[] line) {
        assertThat(parseAmidOthers(format, line)).isEqualTo(Parsed.PARSED);
        assertThat(writer.build()).isEqualTo(event);
        assertThat(event.source().toString()).isIn(sourcesOf(new String(line, StandardCharsets.ISO_8859_1)));
    }

    private ParseOutcome parseAmidOthers(LogFormat format, byte[] line) {
        byte[] around = Arrays.copyOf(AROUND, 2 * AROUND.length + line.length);
        System.arraycopy(line, 0, around, AROUND.length, line.length);
        System.arraycopy(AROUND, 0, around, AROUND.length + line.length, AROUND.length);
        return format.parse(around, AROUND.length, AROUND.length + line.length, ARRIVAL, writer);
    }

    /** What stands behind the first SrcIP, and in each eighth column from where a line may begin: typed by no attacker. */
    private static List<String> sourcesOf(String line) {
        String behindKey = line.substring(line.indexOf("; SrcIP=") + "; SrcIP=".length());
        Stream<String> eighths = BEGINNING
                .matcher(line)
                .results()
                .map(beginning -> OUTER_COMMA.split(line.substring(beginning.end(1)), 9))
                .filter(columns -> columns.length > 7)
                .map(columns -> columns[7].replace("\"", ""));
        return Stream.concat(Stream.of(behindKey.split(";", 2)[0]), eighths)
                .map(FuzzTest::address)
                .toList();
    }

    private static String address(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var scanner = new AddressScanner();
        boolean found = scanner.scan(bytes, 0, bytes.length);
        return found ? new IpAddress(scanner.high(), scanner.low()).toString() : "";
    }
}
