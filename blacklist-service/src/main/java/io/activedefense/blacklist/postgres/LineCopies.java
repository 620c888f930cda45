// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.contracts.event.LogType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which lines have a row already, under another device: each firewall of a pair, or a Panorama, sends the same line on.
 * Copies have one source, so they stand in one partition and are filed one after the other.
 */
final class LineCopies {
    private final Set<Line> there = new HashSet<>();

    /** A line as its firewall counts it. */
    record Line(int serial, long sequenceNumber, LogType type) {}

    /** Whether the line is the first of its kind; from now on it isn't. */
    boolean isFirst(Line line) {
        return there.add(line);
    }

    /** Takes in which of the lines have rows between two times. */
    void load(Connection connection, Collection<Line> lines, Instant from, Instant to) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        String sql = "SELECT serial, sequence_number, log_type FROM log_record WHERE sequence_number = ANY (?)"
                + " AND serial = ANY (?) AND seen BETWEEN ? AND ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            lines.stream().map(Line::sequenceNumber).distinct().toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "integer",
                            lines.stream().map(Line::serial).distinct().toArray()));
            Columns.set(select, 3, from);
            Columns.set(select, 4, to);
            read(select);
        }
    }

    private void read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                there.add(new Line(
                        row.getInt("serial"), row.getLong("sequence_number"), Codes.logType(row.getInt("log_type"))));
            }
        }
    }
}
