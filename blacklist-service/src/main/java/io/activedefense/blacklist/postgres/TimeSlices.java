// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time that records are searched in, cut so that no piece takes long. */
final class TimeSlices {
    /** Rows that are read through within a second. */
    private static final long ROWS_AT_A_TIME = 1_000_000;

    private final Connection connection;

    TimeSlices(Connection connection) {
        this.connection = connection;
    }

    /** Behind {@code from}, itself included, and before {@code until}. */
    record Slice(Instant from, Instant until, boolean isNewest) {}

    /**
     * The slices of the days that are there.
     *
     * @param cut whether a day of many rows is cut
     */
    List<Slice> newestFirst(@Nullable Instant from, @Nullable Instant until, boolean cut) throws SQLException {
        var slices = new ArrayList<Slice>();
        for (LocalDate day : new DayPartitions(connection).days().reversed()) {
            Instant begin = later(start(day), from);
            Instant end = earlier(start(day.plusDays(1)), until);
            if (begin.isBefore(end)) {
                cut(begin, end, cut ? pieces(day) : 1, slices);
            }
        }
        return slices;
    }

    /** So many pieces as keep each short, if the day's rows are spread evenly. */
    private long pieces(LocalDate day) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT reltuples FROM pg_class WHERE oid = to_regclass(?)")) {
            select.setString(1, DayPartitions.name(day));
            try (ResultSet row = select.executeQuery()) {
                double rows = row.next() ? row.getDouble(1) : 0;
                return Math.clamp(Math.round(rows / ROWS_AT_A_TIME), 1, 24 * 60);
            }
        }
    }

    private static void cut(Instant from, Instant until, long pieces, List<Slice> slices) {
        Duration piece = Duration.ofMillis(Math.max(
                Duration.ofDays(1).dividedBy(pieces).toMillis(),
                Duration.ofMinutes(1).toMillis()));
        Instant end = until;
        while (from.isBefore(end)) {
            Instant begin = later(end.minus(piece), from);
            slices.add(new Slice(begin, end, slices.isEmpty()));
            end = begin;
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
