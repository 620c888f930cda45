// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.TimeOrigin;
import io.activedefense.logformat.ConfiguredLine.Field;
import io.activedefense.logformat.ParseOutcome.Malformed;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogHeaderTest {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Parsing parsing = Parsing.inUtc();

    @ParameterizedTest(name = "[{0}] says {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Feb 20 11:40:00 PA-1 ,2025-02-20T11:40:00Z",
                "Feb  2 01:00:00 PA-1 ,2025-02-02T01:00:00Z",
                "Feb 20 11:40:00 PA-1 - ,2025-02-20T11:40:00Z",
                "Feb 20 11:40:00 PA-1 paloalto[123] ,2025-02-20T11:40:00Z",
                "2025-02-20T11:40:00+00:00 PA-1 ,2025-02-20T11:40:00Z",
                "2025-02-20T11:40:00Z PA-1 - ,2025-02-20T11:40:00Z",
                "2025-02-20T12:40:00.123456+01:00 PA-1 paloalto[123] ,2025-02-20T11:40:00.123Z",
                "2025-02-20T06:10:00.5-05:30 PA-1 ,2025-02-20T11:40:00.500Z",
                "2025-02-20T11:40:00+00:00 localhost fe80: :1 ,2025-02-20T11:40:00Z",
            })
    void bothOfRsyslogsHeadersAreRead(String header, Instant time) {
        var event = parsing.event(ConfiguredLine.withHeader(header).with(Field.TIME_RECEIVED, "-"));
        assertThat(Instant.ofEpochMilli(event.eventTimeMillis())).isEqualTo(time);
        assertThat(event.timeOrigin()).isEqualTo(TimeOrigin.SYSLOG_HEADER);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                BYTE_ORDER_MARK,
                "Fxx 20 11:40:00 PA-1 ",
                "Feb 30 11:40:00 PA-1 ",
                "Feb 20 25:40:00 PA-1 ",
                "2025-02-30T11:40:00Z PA-1 ",
                "2025-02-20T11:40:00 PA-1 ",
                "2025-02-20T11:40:00+9 PA-1 ",
            })
    void aHeaderWithoutATimeThatHoldsLeavesArrival(String header) {
        var event = parsing.event(ConfiguredLine.withHeader(header).with(Field.TIME_RECEIVED, ""));
        assertThat(Instant.ofEpochMilli(event.eventTimeMillis())).isEqualTo(Parsing.ARRIVAL);
        assertThat(event.timeOrigin()).isEqualTo(TimeOrigin.ARRIVAL);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                BYTE_ORDER_MARK + "Feb 20 11:40:00 PA-1 ",
                "2025-02-20T11:40:00Z PA-1 - " + BYTE_ORDER_MARK,
                "Feb 20 11:40:00 PA-1 " + BYTE_ORDER_MARK,
            })
    void aByteOrderMarkMayStandBeforeHeaderOrMessage(String header) {
        assertThat(parsing.outcome(ConfiguredLine.withHeader(header)).label()).isEqualTo("parsed");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "PA-1 ",
                "20 Feb 2025 11:40:00 PA-1 ",
                "Feb 20 11:40:00 ",
                "Feb 20 11:40:00 PA-1; x ",
                "Feb 20 11:40:00 PA-1 SrcUser=x ",
                "Feb 20 11:40:00 one two three four five ",
                "; Subtype=drop; Type= TRAFFIC; Feb 20 11:40:00 PA-1 ",
            })
    void anythingElseBeforeTheMessageIsNoLineOfThisFormat(String header) {
        assertThat(parsing.outcome(ConfiguredLine.withHeader(header))).isEqualTo(Malformed.UNKNOWN_FORMAT);
    }

    @ParameterizedTest(name = "{0} arriving {1} is of {2}")
    @CsvSource({
        "Dec 31 23:59:58, 2026-01-01T00:00:01Z, 2025-12-31T23:59:58Z",
        "Jan  1 00:00:01, 2025-12-31T23:59:59Z, 2026-01-01T00:00:01Z",
        "Jul  2 00:00:00, 2026-01-01T00:00:00Z, 2026-07-02T00:00:00Z",
        "Jul  3 00:00:00, 2026-01-01T00:00:00Z, 2025-07-03T00:00:00Z",
        "Feb 29 12:00:00, 2025-02-20T00:00:00Z, 2024-02-29T12:00:00Z",
        "Feb 29 12:00:00, 2101-02-20T00:00:00Z, 2104-02-29T12:00:00Z",
    })
    void aTimeWithoutAYearTakesTheNearestToArrival(String time, Instant arrival, Instant expected) {
        var line = ConfiguredLine.withHeader(time + " PA-1 ").with(Field.TIME_RECEIVED, "");
        assertThat(Instant.ofEpochMilli(Parsing.asWritten().event(line, arrival).eventTimeMillis()))
                .isEqualTo(expected);
    }
}
