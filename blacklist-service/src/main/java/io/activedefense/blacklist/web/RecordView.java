// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.country.LineCountries.Place;
import io.activedefense.blacklist.record.Listing;
import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.contracts.event.LogType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log record.
 *
 * @param id tells it from every other; absent where it is shown before it is filed
 * @param seen the time that it is found under: that of the event, or where that could not be, of its arrival
 * @param filedUnderArrival whether that could not be
 * @param copy whether another record has the same line, which another device sent on
 * @param eventTime as the line says
 * @param arrival when the line was read
 * @param device that logged it
 * @param logFile the file that it stood in
 * @param type traffic or threat
 * @param subtype as the firewall writes it
 * @param severity of a threat
 * @param action as the firewall writes it
 * @param denied whether the session did not get through
 * @param source who tried
 * @param destination what was tried
 * @param user of the source
 * @param rule name of the policy that matched
 * @param ruleId of the policy
 * @param threat its name
 * @param threatId its number
 * @param protocol of the session
 * @param application as the firewall recognised it
 * @param serial number of the firewall that logged it
 * @param sequenceNumber counts that firewall's lines
 * @param deviceName the firewall's own name
 * @param sessionEndReason why the session ended
 * @param packetsReceived of the session
 * @param repeatCount how many sessions the line stands for
 * @param sourceEdl the external list that the source was found on
 * @param line where it stands
 * @param listed the entry that blocks its source; absent: none does
 */
record RecordView(
        @Nullable String id,
        Instant seen,
        boolean filedUnderArrival,
        boolean copy,
        Instant eventTime,
        Instant arrival,
        String device,
        String logFile,
        LogType type,
        String subtype,
        String severity,
        String action,
        boolean denied,
        Side source,
        Side destination,
        @Nullable String user,
        @Nullable String rule,
        @Nullable String ruleId,
        @Nullable String threat,
        @Nullable String threatId,
        @Nullable String protocol,
        @Nullable String application,
        @Nullable String serial,
        @Nullable String sequenceNumber,
        @Nullable String deviceName,
        @Nullable String sessionEndReason,
        @Nullable String packetsReceived,
        @Nullable String repeatCount,
        @Nullable String sourceEdl,
        LineIdentity line,
        @Nullable Listing listed) {

    /**
     * One side of a session.
     *
     * @param address as logged
     * @param port as logged
     * @param country as the firewall writes it, or as it was looked up
     * @param countryLookedUp true where the firewall wrote none; else absent
     * @param zone of the firewall
     */
    record Side(
            IpAddress address,
            int port,
            @Nullable String country,
            @Nullable Boolean countryLookedUp,
            @Nullable String zone) {
        static Side of(IpAddress address, int port, Place place, @Nullable String zone) {
            return new Side(
                    address, port, place.text().isEmpty() ? null : place.text(), place.lookedUp() ? true : null, zone);
        }
    }

    static RecordView of(LogRecord record, @Nullable Listing listed, LineCountries countries) {
        return of(
                record.event(),
                record.key().toString(),
                record.key().seen(),
                record.filedUnderArrival(),
                record.copy(),
                listed,
                countries);
    }

    /** A line that has just come. */
    static RecordView of(FirewallEvent event, LineCountries countries) {
        return of(event, null, Instant.ofEpochMilli(event.eventTimeMillis()), false, false, null, countries);
    }

    private static RecordView of(
            FirewallEvent event,
            @Nullable String id,
            Instant seen,
            boolean filedUnderArrival,
            boolean copy,
            @Nullable Listing listed,
            LineCountries countries) {
        String device = event.text(EventText.DEVICE);
        return new RecordView(
                id,
                seen,
                filedUnderArrival,
                copy,
                Instant.ofEpochMilli(event.eventTimeMillis()),
                Instant.ofEpochMilli(event.arrivalMillis()),
                device,
                device + ".log",
                event.logType(),
                event.subtypeText(),
                Requests.word(event.severity()),
                event.actionText(),
                event.action().denied(),
                Side.of(
                        event.source(),
                        event.sourcePort(),
                        countries.source(event),
                        text(event, EventText.SOURCE_ZONE)),
                Side.of(
                        event.destination(),
                        event.destinationPort(),
                        countries.destination(event),
                        text(event, EventText.DESTINATION_ZONE)),
                text(event, EventText.SOURCE_USER),
                text(event, EventText.RULE_NAME),
                text(event, EventText.RULE_ID),
                text(event, EventText.THREAT_NAME),
                text(event, EventText.THREAT_ID),
                text(event, EventText.PROTOCOL),
                text(event, EventText.APPLICATION),
                text(event, EventText.SERIAL),
                text(event, EventText.SEQUENCE_NUMBER),
                text(event, EventText.DEVICE_NAME),
                text(event, EventText.SESSION_END_REASON),
                text(event, EventText.PACKETS_RECEIVED),
                text(event, EventText.REPEAT_COUNT),
                text(event, EventText.SOURCE_EDL),
                event.line(),
                listed);
    }

    /** As a line of comma-separated values has it. */
    List<String> row() {
        return List.of(
                seen.toString(),
                device,
                Requests.word(type),
                subtype,
                severity,
                action,
                orNothing(source.country()),
                source.address().toString(),
                Integer.toString(source.port()),
                orNothing(user),
                orNothing(destination.country()),
                destination.address().toString(),
                Integer.toString(destination.port()),
                orNothing(rule),
                orNothing(threat),
                orNothing(threatId),
                listed == null ? "" : listed.entry().toString());
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String text(FirewallEvent event, EventText field) {
        String text = event.text(field);
        return text.isEmpty() ? null : text;
    }
}
