// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A made-up firewall, and how its lines reach the file.
 *
 * @param name its host name, which names its file
 * @param header that rsyslog writes before its lines
 * @param timeZone of the times in its lines
 * @param threatOnTraffic what it writes for the threat's fields of a TRAFFIC line
 */
public record Firewall(String name, Header header, ZoneId timeZone, NoThreat threatOnTraffic) {
    private static final DateTimeFormatter TIME_RECEIVED =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT);

    /** The two headers of rsyslog. */
    public enum Header {
        RFC_3339(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)),
        TRADITIONAL(DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT));

        private final DateTimeFormatter format;

        Header(DateTimeFormatter format) {
            this.format = format;
        }
    }

    /** The two ways in which PAN-OS writes a variable that a log type has not. */
    public enum NoThreat {
        EMPTY,
        LITERAL
    }

    /** The texts of one second, which most lines share with the line before. */
    record SecondText(Instant second, String header, String timeReceived) {
        boolean holdsAt(Instant at) {
            return second.getEpochSecond() == at.getEpochSecond();
        }
    }

    SecondText textAt(Instant at) {
        ZonedDateTime local = at.truncatedTo(ChronoUnit.SECONDS).atZone(timeZone);
        return new SecondText(at, header.format.format(local) + " " + name + " ", TIME_RECEIVED.format(local));
    }
}
