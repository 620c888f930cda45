// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import io.activedefense.logformat.CsvLine.Version;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Lines as firewalls write them in any of the formats, with some damage: made by a seed, the same again. */
final class MutatedLines {
    private static final List<String> PIECES = List.of(
            ";",
            "; ",
            "=",
            ",",
            "\"",
            "\"\"",
            "\",\"",
            " ",
            "-",
            "\r",
            "\u0000",
            "\ufeff",
            "9",
            "99999999999",
            "::",
            "2001:db8::1.2.3.4",
            "255.255.255.255",
            "SrcLocation=",
            "; SrcIP=8.8.8.8",
            "; SrcUser=",
            "; DstLocation=a; DstIP=8.8.8.8; DstPort=1; Action=allow; RuleName=",
            "; RuleID=0; TimeReceived=2001/01/01 00:00:00; ThreatName=",
            "; ThreatID=a(1)",
            "; Severity=critical; Subtype=virus; Type= THREAT;",
            " Proto=tcp;",
            " Direction=server-to-client;",
            " HighResTimestamp=2025-02-20T11:49:43.217+01:00;",
            "1,2025/02/20 11:49:43,",
            "THREAT",
            "SYSTEM",
            "Feb 29 11:49:43 ",
            "2025-02-20T11:49:43Z ");
    private static final String[] FURTHER = {
        "Proto", "App", "SrcZone", "Serial", "SeqNo", "Direction", "HighResTimestamp"
    };
    private static final Version[] VERSIONS = Version.values();
    private static final ConfiguredLine.Field[] FIELDS = ConfiguredLine.Field.values();
    private static final String[] COLUMNS = {
        "src", "dst", "srcuser", "rule", "threatid", "sport", "severity", "direction"
    };

    private final Random random;
    private final int percentOfCsv;
    private byte[] before = {};

    /** @param percentOfCsv the others have keys */
    MutatedLines(long seed, int percentOfCsv) {
        random = new Random(seed);
        this.percentOfCsv = percentOfCsv;
    }

    byte[] next() {
        byte[] line = (random.nextInt(100) < percentOfCsv ? csv() : keyed()).getBytes(StandardCharsets.UTF_8);
        for (int mutations = random.nextInt(6); mutations > 0; mutations--) {
            line = mutated(line);
        }
        before = line;
        return line;
    }

    private String keyed() {
        var line = random.nextBoolean() ? ConfiguredLine.traffic() : ConfiguredLine.threat();
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            line.with(FIELDS[random.nextInt(FIELDS.length)], text());
        }
        for (int further = random.nextInt(4); further > 0; further--) {
            line.further(FURTHER[random.nextInt(FURTHER.length)], random.nextBoolean() ? "1" : text());
        }
        return line.toString();
    }

    private String csv() {
        Version version = VERSIONS[random.nextInt(VERSIONS.length)];
        var line = random.nextBoolean() ? CsvLine.traffic(version) : CsvLine.threat(version);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            line.with(COLUMNS[random.nextInt(COLUMNS.length)], text());
        }
        return line.toString();
    }

    private String text() {
        var text = new StringBuilder();
        for (int pieces = random.nextInt(4); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private byte[] mutated(byte[] line) {
        int from = random.nextInt(line.length + 1);
        int to = Math.min(line.length, from + random.nextInt(40));
        return switch (random.nextInt(7)) {
            case 0 -> joined(line, from, new byte[] {(byte) random.nextInt(256)}, Math.min(line.length, from + 1));
            case 1 -> joined(line, from, text().getBytes(StandardCharsets.UTF_8), from);
            case 2 -> joined(line, from, new byte[0], to);
            case 3 -> joined(line, from, Arrays.copyOfRange(line, from, to), from);
            case 4 -> Arrays.copyOf(line, from);
            case 5 -> joined(line, from, Arrays.copyOfRange(before, before.length / 2, before.length), to);
            default -> joined(line, from, text().getBytes(StandardCharsets.UTF_8), to);
        };
    }

    /** The line with {@code [from, to)} replaced. */
    private static byte[] joined(byte[] line, int from, byte[] middle, int to) {
        var joined = new ByteArrayOutputStream();
        joined.write(line, 0, from);
        joined.writeBytes(middle);
        joined.write(line, to, line.length - to);
        return joined.toByteArray();
    }
}
