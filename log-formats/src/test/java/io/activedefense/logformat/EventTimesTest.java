// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.TimeOrigin;
import io.activedefense.logformat.ConfiguredLine.Field;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {
    private static final DateTimeFormatter PAN_OS = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

    @ParameterizedTest(name = "{1} in {0} is {2}")
    @CsvSource({
        "UTC, 2025/02/20 11:49:43, 2025-02-20T11:49:43Z",
        "Europe/Berlin, 2025/02/20 11:49:43, 2025-02-20T10:49:43Z",
        "Europe/Berlin, 2025/07/20 11:49:43, 2025-07-20T09:49:43Z",
        "Asia/Kathmandu, 2025/02/20 11:49:43, 2025-02-20T06:04:43Z",
        "America/Los_Angeles, 2024/02/29 23:59:59, 2024-03-01T07:59:59Z",
    })
    void timeReceivedIsInTheDevicesZone(String zone, String time, Instant expected) {
        var event = received(zone, "Feb 20 11:49:43 PA-1 ", time, expected.plusSeconds(1));
        assertThat(at(event)).isEqualTo(expected);
        assertThat(event.timeOrigin()).isEqualTo(TimeOrigin.TIME_RECEIVED);
        assertThat(event.arrivalMillis()).isEqualTo(expected.plusSeconds(1).toEpochMilli());
    }

    /** Around every change of offset in thirty years, and everywhere between. */
    @Property
    void aTimeThatOccursOnceIsReadAsJavaTimeReadsIt(
            @ForAll @IntRange(min = 631_152_000, max = 1_893_456_000) int second, @ForAll boolean nearAChange) {
        var zone = ZoneId.of("America/New_York");
        var change = zone.getRules().nextTransition(Instant.ofEpochSecond(second));
        long seconds = nearAChange ? change.toEpochSecond() + second % 8_000 - 4_000 : second;
        var local = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), zone);
        Instant expected = local.atZone(zone).toInstant(); // of two readings java.time takes the earlier, too
        var event = received(zone.getId(), "Feb 20 11:49:43 PA-1 ", local.format(PAN_OS), expected.minusSeconds(1));
        assertThat(at(event)).isEqualTo(expected);
    }

    /** What is remembered of one line's time must not be taken for another's. */
    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({
        "2025/03/30 01:59:59, 2025/03/30 03:00:00, 2025-03-30T00:59:59Z",
        "2025/03/30 03:00:00, 2025/03/30 01:59:59, 2025-03-30T01:00:00Z",
        "2025/03/30 02:30:00, 2025/03/30 03:00:00, 2025-03-30T01:30:00Z",
        "2025/10/26 01:59:59, 2025/10/26 03:00:00, 2025-10-25T23:59:59Z",
        "2025/10/26 03:00:00, 2025/10/26 01:59:59, 2025-10-26T02:00:00Z",
        "2025/10/26 02:00:00, 2025/10/26 03:00:00, 2025-10-26T01:00:00Z",
    })
    void aTimeIsReadTheSameWhateverTimeWasReadBefore(String time, String before, Instant expected) {
        var parsing = Parsing.in("Europe/Berlin");
        var arrival = Instant.parse("2026-01-01T00:00:00Z");
        parsing.event(ConfiguredLine.traffic().with(Field.TIME_RECEIVED, before), arrival);
        var event = parsing.event(ConfiguredLine.traffic().with(Field.TIME_RECEIVED, time), arrival);
        assertThat(at(event)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "arriving at {0}: {1}")
    @CsvSource({
        "2025-10-26T00:30:01Z, 2025-10-26T00:30:00Z",
        "2025-10-26T00:59:59Z, 2025-10-26T00:30:00Z",
        "2025-10-26T01:00:01Z, 2025-10-26T01:30:00Z",
        "2025-10-26T01:30:01Z, 2025-10-26T01:30:00Z",
        "2025-10-27T00:00:00Z, 2025-10-26T01:30:00Z",
    })
    void aTimeThatOccursTwiceTakesTheReadingNearerToArrival(Instant arrival, Instant expected) {
        var event = received("Europe/Berlin", "Oct 26 02:30:00 PA-1 ", "2025/10/26 02:30:00", arrival);
        assertThat(at(event)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "header {0}: {1}")
    @CsvSource({
        "2025-10-26T02:30:00+02:00, 2025-10-26T00:30:00Z",
        "2025-10-26T02:30:02.500+01:00, 2025-10-26T01:30:00Z",
        "2025-10-26T00:30:07Z, 2025-10-26T00:30:00Z",
    })
    void aTimeThatOccursTwiceInAnOldFileTakesTheReadingNearerToTheHeader(String header, Instant expected) {
        var monthsLater = Instant.parse("2026-01-01T00:00:00Z");
        var event = received("Europe/Berlin", header + " PA-1 ", "2025/10/26 02:30:00", monthsLater);
        assertThat(at(event)).isEqualTo(expected);
    }

    @Test
    void aTimeThatIsLeaptOverIsReadWithTheOffsetBefore() {
        var expected = Instant.parse("2025-03-30T01:30:00Z");
        var event = received("Europe/Berlin", "Mar 30 02:30:00 PA-1 ", "2025/03/30 02:30:00", expected);
        assertThat(at(event)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "header {0}: {1}")
    @CsvSource({
        "Feb 20 11:40:00, 2025-02-20T10:40:00Z",
        "2025-02-20T10:41:00+00:00, 2025-02-20T10:41:00Z",
        "2025-02-20T11:42:00+01:00, 2025-02-20T10:42:00Z",
    })
    void withoutTimeReceivedTheHeadersCounts(String header, Instant expected) {
        var event =
                received("Europe/Berlin", header + " PA-1 ", "$time_received", Instant.parse("2025-02-20T10:49:44Z"));
        assertThat(at(event)).isEqualTo(expected);
        assertThat(event.timeOrigin()).isEqualTo(TimeOrigin.SYSLOG_HEADER);
    }

    @ParameterizedTest(name = "{0} ahead: {1}")
    @CsvSource({"0, false", "3600, false", "3601, true", "31536000, true", "-31536000, false"})
    void aClockMoreThanAnHourAheadGivesWayToArrival(long secondsAhead, boolean replaced) {
        var time = Parsing.ARRIVAL.plusSeconds(secondsAhead);
        var written = LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(PAN_OS);
        var event = received("UTC", "Feb 20 11:49:43 PA-1 ", written, Parsing.ARRIVAL);
        assertThat(at(event)).isEqualTo(replaced ? Parsing.ARRIVAL : time);
        assertThat(event.timeOrigin())
                .isEqualTo(replaced ? TimeOrigin.ARRIVAL_INSTEAD_OF_FUTURE : TimeOrigin.TIME_RECEIVED);
    }

    @Test
    void aHeaderMoreThanAnHourAheadGivesWayToArrivalToo() {
        var event = received("UTC", "2026-02-20T11:49:43Z PA-1 ", "", Parsing.ARRIVAL);
        assertThat(at(event)).isEqualTo(Parsing.ARRIVAL);
        assertThat(event.timeOrigin()).isEqualTo(TimeOrigin.ARRIVAL_INSTEAD_OF_FUTURE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2013/03/03 21:53:59", "2035/10/26 02:30:00"})
    void asWrittenTakesTheTimeReceivedForUtcHoweverFarAhead(String time) {
        var line = ConfiguredLine.traffic().with(Field.TIME_RECEIVED, time);
        var expected = LocalDateTime.parse(time, PAN_OS).toInstant(ZoneOffset.UTC);
        assertThat(at(Parsing.asWritten().event(line))).isEqualTo(expected);
    }

    @Test
    void asWrittenTakesTheHeadersTimeWithoutItsOffset() {
        var line =
                ConfiguredLine.withHeader("2025-02-20T11:42:00.25+05:00 PA-1 ").with(Field.TIME_RECEIVED, "");
        var event = Parsing.asWritten().event(line);
        assertThat(at(event)).isEqualTo(Instant.parse("2025-02-20T11:42:00.250Z"));
        assertThat(event.timeOrigin()).isEqualTo(TimeOrigin.SYSLOG_HEADER);
    }

    private static FirewallEvent received(String zone, String header, String time, Instant arrival) {
        var line = ConfiguredLine.withHeader(header).with(Field.TIME_RECEIVED, time);
        return Parsing.in(zone).event(line, arrival);
    }

    private static Instant at(FirewallEvent event) {
        return Instant.ofEpochMilli(event.eventTimeMillis());
    }
}
