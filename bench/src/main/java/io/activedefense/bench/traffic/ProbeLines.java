// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.address.IpAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Lines of one more firewall, of sources that nobody else uses, for measuring from outside. */
public final class ProbeLines {
    public static final String DEVICE = "PA-PROBE";

    /** As many as make sure that every partition of the events has one. */
    private static final int MARKERS = 64;

    private static final int PORTS_THAT_FIRE = 11;
    private static final IpAddress TARGET = IpAddress.parse("203.0.113.200");

    private final Firewall firewall;
    private final SourceAddresses sources = SourceAddresses.ofProbes();
    private final LineText lineText = new LineText();
    private int number;

    /** Numbers from {@code first} on name the sources: two runs on the same data need different ones. */
    public ProbeLines(ZoneId timeZone, int first) {
        firewall = new Firewall(DEVICE, Firewall.Header.RFC_3339, timeZone, Firewall.NoThreat.EMPTY);
        number = first;
    }

    /** A scan of a source that was not seen before. */
    public Scan nextScan() {
        return new Scan(sources.at(number++));
    }

    /** Appends events that list their sources by themselves; these sources. */
    public List<String> appendMarkers(Instant at, StringBuilder to) {
        List<String> markers = new ArrayList<>();
        for (int i = 0; i < MARKERS; i++) {
            var flow = Flow.of(sources.at(number++), 40_000, TARGET, 443);
            lineText.append(new FirewallLine(at, firewall, flow, Policy.INBOUND, Threat.LOG4SHELL), to);
            markers.add(flow.source().toString());
        }
        return markers;
    }

    /** A port scan of as many ports as list its source under the default settings, and no more. */
    public final class Scan {
        private final IpAddress source;

        private Scan(IpAddress source) {
            this.source = source;
        }

        public String source() {
            return source.toString();
        }

        public void appendAllButTheLast(Instant at, StringBuilder to) {
            for (int port = 1; port < PORTS_THAT_FIRE; port++) {
                append(at, port, to);
            }
        }

        public void appendLast(Instant at, StringBuilder to) {
            append(at, PORTS_THAT_FIRE, to);
        }

        private void append(Instant at, int port, StringBuilder to) {
            var flow = Flow.of(source, 40_000 + port, TARGET, port);
            lineText.append(FirewallLine.traffic(at, firewall, flow, Policy.INTERZONE), to);
        }
    }
}
