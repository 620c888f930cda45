// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The days, in UTC, that log records are filed under: each is a table of its own, and goes as a whole. */
final class DayPartitions {
    private static final String PREFIX = "log_record_";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final long LOCK = 0x6164_6c6f_6764_6179L;

    private final Connection connection;

    DayPartitions(Connection connection) {
        this.connection = connection;
    }

    /** Opens the days that are not there. Nobody who reads or files waits for it. */
    void open(Collection<LocalDate> days) throws SQLException {
        lock();
        for (LocalDate day : days) {
            if (!isThere(day)) {
                open(day);
            }
        }
    }

    /** Oldest first. */
    List<LocalDate> days() throws SQLException {
        String sql = "SELECT child.relname FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid"
                + " WHERE inhparent = 'log_record'::regclass ORDER BY child.relname";
        var days = new ArrayList<LocalDate>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                days.add(LocalDate.parse(row.getString(1).substring(PREFIX.length()), DAY));
            }
        }
        return days;
    }

    /** Removes a day with all that was filed under it, as soon as nobody reads it. */
    void drop(LocalDate day) throws SQLException {
        lock();
        execute("DROP TABLE IF EXISTS " + name(day));
    }

    static String name(LocalDate day) {
        return PREFIX + DAY.format(day);
    }

    private boolean isThere(LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            select.setString(1, name(day));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Made beside and then attached: to make it in its place would wait for every search, and let new ones wait. */
    private void open(LocalDate day) throws SQLException {
        execute("CREATE TABLE " + name(day) + " (LIKE log_record INCLUDING DEFAULTS INCLUDING INDEXES)");
        execute("ALTER TABLE log_record ATTACH PARTITION " + name(day) + " FOR VALUES FROM ('" + day
                + " 00:00:00+00') TO ('" + day.plusDays(1) + " 00:00:00+00')");
    }

    private void lock() throws SQLException {
        execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
