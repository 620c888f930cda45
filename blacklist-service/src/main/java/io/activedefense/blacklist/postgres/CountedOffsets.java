// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Delivered;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Up to where sightings were counted: their hits add up, so a repeated sighting must not add its own again. All else
 * that a sighting does may be repeated.
 */
final class CountedOffsets {
    private final Connection connection;
    private final Map<Place, Long> next = new HashMap<>();

    private record Place(String topicId, int partition) {}

    CountedOffsets(Connection connection) {
        this.connection = connection;
    }

    /** Whether the record was not counted before; from now on it is. */
    boolean isNew(Delivered<?> record) throws SQLException {
        var place = new Place(record.topicId(), record.partition());
        Long upTo = next.get(place);
        if (upTo == null) {
            upTo = stored(place);
            next.put(place, upTo);
        }
        if (record.offset() < upTo) {
            return false;
        }
        next.put(place, record.offset() + 1);
        return true;
    }

    void write() throws SQLException {
        String sql = """
                INSERT INTO consumed (topic_id, partition, next_offset) VALUES (?, ?, ?)
                ON CONFLICT (topic_id, partition) DO UPDATE SET next_offset = excluded.next_offset
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<Place, Long> each : next.entrySet()) {
                upsert.setString(1, each.getKey().topicId());
                upsert.setInt(2, each.getKey().partition());
                upsert.setLong(3, each.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private long stored(Place place) throws SQLException {
        String sql = "SELECT next_offset FROM consumed WHERE topic_id = ? AND partition = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, place.topicId());
            select.setInt(2, place.partition());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
