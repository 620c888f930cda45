// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.LineIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The highest line of each file in each partition. Remembered from one transaction to the next: as long as a partition's
 * position is where we left it, nobody else has filed there.
 */
final class LineMarks {
    private final Map<Integer, Map<FileIdentity, Long>> marks = new HashMap<>();
    private final Map<Place, Long> moved = new HashMap<>();

    private record Place(int partition, FileIdentity file) {}

    void load(Connection connection, int partition) throws SQLException {
        if (!marks.containsKey(partition)) {
            marks.put(partition, stored(connection, partition));
        }
    }

    /** Whether the line was not filed before; from now on it is. */
    boolean isNew(int partition, LineIdentity line) {
        Map<FileIdentity, Long> ofPartition = marks.computeIfAbsent(partition, none -> new HashMap<>());
        Long highest = ofPartition.get(line.file());
        if (highest != null && line.offset() <= highest) {
            return false;
        }
        ofPartition.put(line.file(), line.offset());
        moved.put(new Place(partition, line.file()), line.offset());
        return true;
    }

    void write(Connection connection, Instant now) throws SQLException {
        String sql = """
                INSERT INTO archive_file (partition, file_device, inode, generation, line_offset, at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (partition, file_device, inode, generation)
                DO UPDATE SET line_offset = excluded.line_offset, at = excluded.at
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<Place, Long> each : moved.entrySet()) {
                upsert.setInt(1, each.getKey().partition());
                upsert.setLong(2, each.getKey().file().device());
                upsert.setLong(3, each.getKey().file().inode());
                upsert.setInt(4, each.getKey().file().generation());
                upsert.setLong(5, each.getValue());
                Columns.set(upsert, 6, now);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        moved.clear();
    }

    void forget(int partition) {
        marks.remove(partition);
    }

    void forget() {
        marks.clear();
        moved.clear();
    }

    private static Map<FileIdentity, Long> stored(Connection connection, int partition) throws SQLException {
        var stored = new HashMap<FileIdentity, Long>();
        String sql = "SELECT file_device, inode, generation, line_offset FROM archive_file WHERE partition = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, partition);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.put(
                            new FileIdentity(
                                    row.getLong("file_device"), row.getLong("inode"), row.getInt("generation")),
                            row.getLong("line_offset"));
                }
            }
        }
        return stored;
    }
}
