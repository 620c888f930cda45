// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.archive.Stretch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Up to where each partition is filed. */
final class ArchivePositions {
    private final Connection connection;
    private final String topicId;

    ArchivePositions(Connection connection, String topicId) {
        this.connection = connection;
        this.topicId = topicId;
    }

    Map<Integer, Long> of(Collection<Integer> partitions) throws SQLException {
        var positions = new HashMap<Integer, Long>();
        partitions.forEach(partition -> positions.put(partition, 0L));
        String sql = "SELECT partition, next_offset FROM archive_position WHERE topic_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topicId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.replace(row.getInt("partition"), row.getLong("next_offset"));
                }
            }
        }
        return positions;
    }

    /** Whether the stretch begins where its partition ends; nobody else goes on there until the transaction's end. */
    boolean holdsAt(Stretch stretch) throws SQLException {
        begin(stretch.partition());
        String sql = "SELECT next_offset FROM archive_position WHERE topic_id = ? AND partition = ? FOR UPDATE";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topicId);
            select.setInt(2, stretch.partition());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getLong("next_offset") == stretch.from();
            }
        }
    }

    void moveBehind(List<Stretch> stretches) throws SQLException {
        String sql = "UPDATE archive_position SET next_offset = ? WHERE topic_id = ? AND partition = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Stretch stretch : stretches) {
                update.setLong(1, stretch.next());
                update.setString(2, topicId);
                update.setInt(3, stretch.partition());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void begin(int partition) throws SQLException {
        String sql = "INSERT INTO archive_position (topic_id, partition, next_offset) VALUES (?, ?, 0)"
                + " ON CONFLICT (topic_id, partition) DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, topicId);
            insert.setInt(2, partition);
            insert.executeUpdate();
        }
    }
}
