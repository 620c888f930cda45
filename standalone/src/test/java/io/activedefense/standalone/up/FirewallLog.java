// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A firewall's log, as rsyslog writes it into a file of its own. */
public final class FirewallLog {
    private static final DateTimeFormatter DEVICE_TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");
    private static final String DESTINATION = "198.51.100.20";

    private final String firewall;
    private final Path file;

    public FirewallLog(Path folder, String firewall) {
        this.firewall = firewall;
        this.file = folder.resolve(firewall + ".log");
    }

    /** Now, and of one destination. */
    public void scanOfPorts(String source, int ports) throws IOException {
        var now = Instant.now();
        write(IntStream.rangeClosed(1, ports)
                .mapToObj(port -> Line.dropped(now, source, DESTINATION, port))
                .toList());
    }

    /** In the order of their times, as a firewall logs them. */
    public void write(List<Line> lines) throws IOException {
        var text = new StringBuilder();
        lines.stream().sorted(Comparator.comparing(Line::at)).forEach(line -> text.append(text(line)));
        append(text.toString());
    }

    /** As it stands: no firewall need have written it. */
    public void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String text(Line line) {
        var at = OffsetDateTime.ofInstant(line.at().truncatedTo(ChronoUnit.SECONDS), ZoneId.systemDefault());
        return at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) + " " + firewall + " SrcLocation=" + line.country()
                + "; SrcIP=" + line.source() + "; SrcPort=" + line.sourcePort()
                + "; SrcUser=; DstLocation=Germany; DstIP=" + line.destination() + "; DstPort="
                + line.port() + "; Action=" + line.action() + "; RuleName=" + line.policy()
                + "; RuleID=899c7890-1b4a-55a2-830d-33daa39131a2; TimeReceived=" + at.format(DEVICE_TIME) + "; "
                + line.threat() + "\n";
    }

    /** What one of its lines tells. */
    public record Line(
            Instant at,
            String source,
            String country,
            int sourcePort,
            String destination,
            int port,
            String action,
            String policy,
            String threat) {
        private static final String NO_THREAT = "ThreatName=; ThreatID=; Severity=; Subtype=%s; Type= TRAFFIC;";

        public static Line dropped(Instant at, String source, String destination, int port) {
            return new Line(
                    at,
                    source,
                    "Germany",
                    51515,
                    destination,
                    port,
                    "drop",
                    "Inbound default",
                    NO_THREAT.formatted("drop"));
        }

        public static Line allowed(Instant at, String source, String destination, int port) {
            return new Line(
                    at, source, "Germany", 51515, destination, port, "allow", "Web", NO_THREAT.formatted("end"));
        }

        /** What the firewall itself took for an attack. */
        public static Line exploit(Instant at, String source, String destination, String threat, String severity) {
            return new Line(
                    at,
                    source,
                    "Germany",
                    51515,
                    destination,
                    443,
                    "reset-both",
                    "Web",
                    "ThreatName=" + threat + "; ThreatID=91991; Severity=" + severity
                            + "; Subtype=vulnerability; Type= THREAT;");
        }

        public Line from(String ofCountry) {
            return new Line(at, source, ofCountry, sourcePort, destination, port, action, policy, threat);
        }

        public Line fromPort(int ofSource) {
            return new Line(at, source, country, ofSource, destination, port, action, policy, threat);
        }
    }
}
