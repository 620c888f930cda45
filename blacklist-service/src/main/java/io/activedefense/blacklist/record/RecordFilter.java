// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted: those of which all of it is so. Absent: it doesn't matter. Texts are compared without regard
 * to case.
 *
 * @param from seen at this time or later
 * @param until seen before this time
 * @param device that logged it, whole
 * @param source an address or a prefix that holds it
 * @param destination an address or a prefix that holds it
 * @param sourceCountry as the firewall writes it, whole, or as it was looked up
 * @param destinationCountry likewise
 * @param sourcePort as logged
 * @param destinationPort as logged
 * @param user of the source, whole; with a star at its end what begins so
 * @param rule a part of the policy's name
 * @param action as the firewall writes it, whole
 * @param type of the log
 * @param severity just this one
 * @param leastSeverity this one or a graver
 * @param threat a part of its name
 * @param copies whether copies of a line count too
 */
public record RecordFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String device,
        @Nullable Cidr source,
        @Nullable Cidr destination,
        @Nullable String sourceCountry,
        @Nullable String destinationCountry,
        @Nullable Integer sourcePort,
        @Nullable Integer destinationPort,
        @Nullable String user,
        @Nullable String rule,
        @Nullable String action,
        @Nullable LogType type,
        @Nullable Severity severity,
        @Nullable Severity leastSeverity,
        @Nullable String threat,
        boolean copies) {
    /** Ends a user's name of which only the beginning is known. */
    public static final String STAR = "*";

    public RecordFilter within(Instant begin, Instant end) {
        return new RecordFilter(
                begin,
                end,
                device,
                source,
                destination,
                sourceCountry,
                destinationCountry,
                sourcePort,
                destinationPort,
                user,
                rule,
                action,
                type,
                severity,
                leastSeverity,
                threat,
                copies);
    }

    /** Whether the line is wanted, but for its time and for whether it is a copy. */
    public boolean wants(FirewallEvent event, LineCountries countries) {
        return ofAddresses(event)
                && ofPorts(event)
                && ofKind(event)
                && ofUser(event.text(EventText.SOURCE_USER))
                && same(device, event.text(EventText.DEVICE))
                && same(action, event.actionText())
                && part(rule, event.text(EventText.RULE_NAME))
                && part(threat, event.text(EventText.THREAT_NAME))
                && same(sourceCountry, countries.source(event).text())
                && same(destinationCountry, countries.destination(event).text());
    }

    private boolean ofAddresses(FirewallEvent event) {
        return (source == null || source.contains(event.source()))
                && (destination == null || destination.contains(event.destination()));
    }

    private boolean ofPorts(FirewallEvent event) {
        return (sourcePort == null || sourcePort == event.sourcePort())
                && (destinationPort == null || destinationPort == event.destinationPort());
    }

    private boolean ofKind(FirewallEvent event) {
        return (type == null || type == event.logType())
                && (severity == null || severity == event.severity())
                && (leastSeverity == null || event.severity().isAtLeast(leastSeverity));
    }

    private boolean ofUser(String text) {
        if (user == null) {
            return true;
        }
        String name = lower(text);
        String wanted = lower(user);
        return wanted.endsWith(STAR)
                ? !name.isEmpty() && name.startsWith(wanted.substring(0, wanted.length() - 1))
                : name.equals(wanted);
    }

    private static boolean same(@Nullable String wanted, String text) {
        return wanted == null || Objects.equals(lower(wanted), lower(text));
    }

    private static boolean part(@Nullable String wanted, String text) {
        return wanted == null || lower(text).contains(lower(wanted));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
