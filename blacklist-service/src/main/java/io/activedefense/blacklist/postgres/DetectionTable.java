// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.set;

import io.activedefense.blacklist.entry.DetectionPage;
import io.activedefense.blacklist.entry.RecordedDetection;
import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Detection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was detected and what it led to, within a transaction of the caller. */
final class DetectionTable {
    private final Connection connection;

    DetectionTable(Connection connection) {
        this.connection = connection;
    }

    /** Records detections; one that was recorded before stays as it was. */
    void record(List<RecordedDetection> detections) throws SQLException {
        String sql = """
                INSERT INTO detection (address, rule, epoch, at, result, recorded_at, document)
                VALUES (?::cidr, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (RecordedDetection recorded : detections) {
                bind(insert, recorded);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The detections of an address, the latest first. */
    List<RecordedDetection> of(Cidr address, int limit) throws SQLException {
        String sql = "SELECT * FROM detection WHERE address = ?::cidr ORDER BY at DESC, rule LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, address.toString());
            select.setInt(2, limit);
            var detections = new ArrayList<RecordedDetection>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    detections.add(read(row));
                }
            }
            return detections;
        }
    }

    /** A page of what was recorded, the latest first. */
    DetectionPage latest(@Nullable Result result, @Nullable String rule, @Nullable Long before, int limit)
            throws SQLException {
        String sql = "SELECT * FROM detection WHERE id < ?" + (result == null ? "" : " AND result = ?")
                + (rule == null ? "" : " AND rule = ?") + " ORDER BY id DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 1;
            select.setLong(index++, before == null ? Long.MAX_VALUE : before);
            if (result != null) {
                select.setString(index++, result.name());
            }
            if (rule != null) {
                select.setString(index++, rule);
            }
            select.setInt(index, limit + 1);
            return page(select, limit);
        }
    }

    private static DetectionPage page(PreparedStatement select, int limit) throws SQLException {
        var detections = new ArrayList<RecordedDetection>();
        Long last = null;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (detections.size() == limit) {
                    return new DetectionPage(detections, last);
                }
                detections.add(read(row));
                last = row.getLong("id");
            }
        }
        return new DetectionPage(detections, null);
    }

    private static RecordedDetection read(ResultSet row) throws SQLException {
        return new RecordedDetection(
                Documents.detection(row.getString("document")),
                Result.valueOf(row.getString("result")),
                instant(row, "recorded_at"));
    }

    private static void bind(PreparedStatement insert, RecordedDetection recorded) throws SQLException {
        Detection detection = recorded.detection();
        insert.setString(1, detection.source().toString());
        insert.setString(2, detection.rule());
        insert.setInt(3, detection.epoch());
        set(insert, 4, detection.at());
        insert.setString(5, recorded.result().name());
        set(insert, 6, recorded.recordedAt());
        insert.setString(7, Documents.write(detection));
    }
}
