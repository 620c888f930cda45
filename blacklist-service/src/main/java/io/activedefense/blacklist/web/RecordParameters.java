// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.record.RecordFilter;
import io.activedefense.blacklist.record.RecordKey;
import io.activedefense.blacklist.record.RecordQuery;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which log records a caller wants, as sent. Texts are compared without regard to case.
 *
 * @param last seen within this time before now, as PT1H or P3D; not together with from
 * @param from seen at this time or later
 * @param until seen before this time
 * @param device that logged it
 * @param source an address, or a prefix that holds it
 * @param destination an address, or a prefix that holds it
 * @param sourceCountry as the firewall writes it
 * @param destinationCountry as the firewall writes it
 * @param sourcePort 0 to 65535
 * @param port of the destination, 0 to 65535
 * @param user of the source; with a star at its end all that begin so
 * @param rule a part of the name of the policy that matched
 * @param action as the firewall writes it
 * @param type traffic or threat
 * @param severity none, informational, low, medium, high or critical
 * @param leastSeverity this one or a graver
 * @param threat a part of its name
 * @param copies true: also the copies of a line that another device sent on
 */
@Introspected
record RecordParameters(
        @QueryValue @Nullable String last,
        @QueryValue @Nullable String from,
        @QueryValue @Nullable String until,
        @QueryValue @Nullable String device,
        @QueryValue @Nullable String source,
        @QueryValue @Nullable String destination,
        @QueryValue @Nullable String sourceCountry,
        @QueryValue @Nullable String destinationCountry,
        @QueryValue @Nullable String sourcePort,
        @QueryValue @Nullable String port,
        @QueryValue @Nullable String user,
        @QueryValue @Nullable String rule,
        @QueryValue @Nullable String action,
        @QueryValue @Nullable String type,
        @QueryValue @Nullable String severity,
        @QueryValue @Nullable String leastSeverity,
        @QueryValue @Nullable String threat,
        @QueryValue @Nullable String copies) {
    static final int USUAL = 100;

    private static final Duration USUAL_TIME = Duration.ofDays(1);

    /** A clock that is ahead by less is believed. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final int HIGHEST_PORT = 0xffff;
    private static final String DURATION = "a duration such as PT1H or P3D, longer than nothing, up to P3650D";

    RecordQuery query(Instant now, @Nullable String cursor, @Nullable String limit) {
        int most = given(limit)
                .map(text -> Requests.number("limit", text, 1, RecordQuery.MOST))
                .orElse(USUAL);
        return new RecordQuery(
                filter(now), given(cursor).map(text -> key("cursor", text)).orElse(null), most);
    }

    RecordFilter filter(Instant now) {
        Instant begin = begin(now);
        Instant end = given(until).map(text -> Requests.time("until", text)).orElse(null);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw Requests.refused("until", end.toString(), "a time behind " + begin);
        }
        return new RecordFilter(
                begin,
                end,
                words("device", device),
                address("source", source),
                address("destination", destination),
                words("sourceCountry", sourceCountry),
                words("destinationCountry", destinationCountry),
                portNumber("sourcePort", sourcePort),
                portNumber("port", port),
                words("user", user),
                words("rule", rule),
                words("action", action),
                given(type)
                        .map(text -> Requests.oneOf("type", text, LogType.values(), Requests::word))
                        .orElse(null),
                level("severity", severity),
                level("leastSeverity", leastSeverity),
                words("threat", threat),
                given(copies).map(text -> Requests.bool("copies", text)).orElse(false));
    }

    /** With a time that has a beginning and an end: the last 24 hours, unless they are given. */
    RecordFilter boundedFilter(Instant now) {
        RecordFilter filter = filter(now);
        Instant end = filter.until() == null ? now.plus(AHEAD) : filter.until();
        return filter.within(filter.from() == null ? end.minus(USUAL_TIME) : filter.from(), end);
    }

    static RecordKey key(String field, String text) {
        try {
            return RecordKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw Requests.refused(field, text, "what an answer before said");
        }
    }

    private @Nullable Instant begin(Instant now) {
        Optional<Instant> time = given(from).map(text -> Requests.time("from", text));
        Optional<Instant> ago = given(last).map(text -> now.minus(duration(text)));
        if (time.isPresent() && ago.isPresent()) {
            throw Requests.refused("last", String.valueOf(last), "nothing where from is given");
        }
        return time.or(() -> ago).orElse(null);
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive() && duration.compareTo(Duration.ofDays(3650)) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw Requests.refused("last", text, DURATION);
        }
        throw Requests.refused("last", text, DURATION);
    }

    private static @Nullable Severity level(String field, @Nullable String text) {
        return given(text)
                .map(some -> Requests.oneOf(field, some, Severity.values(), Requests::word))
                .orElse(null);
    }

    private static @Nullable Integer portNumber(String field, @Nullable String text) {
        return given(text)
                .map(some -> Requests.number(field, some, 0, HIGHEST_PORT))
                .orElse(null);
    }

    private static @Nullable Cidr address(String field, @Nullable String text) {
        return given(text).map(some -> Requests.address(field, some)).orElse(null);
    }

    private static @Nullable String words(String field, @Nullable String text) {
        return given(text).map(some -> Requests.words(field, some)).orElse(null);
    }

    /** A form sends what was not filled in as nothing. */
    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }
}
