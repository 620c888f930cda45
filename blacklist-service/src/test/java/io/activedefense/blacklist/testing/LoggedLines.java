// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.testing;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.event.TimeOrigin;
import java.time.Instant;

/** The lines of one firewall's file, one behind the other. */
public final class LoggedLines {
    private static final int LENGTH = 100;

    private final String device;
    private final FileIdentity file;
    private long offset;

    public LoggedLines(String device, FileIdentity file) {
        this.device = device;
        this.file = file;
    }

    public FirewallEvent traffic(String source, String destination, int port, Instant at) {
        return line(source, destination, port, at).build();
    }

    /** What a test may say more of. */
    public FirewallEventWriter line(String source, String destination, int port, Instant at) {
        offset += LENGTH + 1;
        return new FirewallEventWriter()
                .logType(LogType.TRAFFIC)
                .subtype(Subtype.DROP)
                .action(Action.DROP)
                .source(IpAddress.parse(source), 40_000)
                .destination(IpAddress.parse(destination), port)
                .time(at.toEpochMilli(), TimeOrigin.TIME_RECEIVED)
                .arrival(at.toEpochMilli())
                .line(file, offset - LENGTH - 1, LENGTH)
                .text(EventText.DEVICE, device)
                .text(EventText.RULE_NAME, "deny all")
                .text(EventText.SOURCE_LOCATION, "RU");
    }

    public FirewallEventWriter threat(String source, String name, Severity severity, Instant at) {
        return line(source, "198.51.100.7", 443, at)
                .logType(LogType.THREAT)
                .subtype(Subtype.VULNERABILITY)
                .severity(severity)
                .action(Action.RESET_BOTH)
                .text(EventText.THREAT_NAME, name);
    }
}
