// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.set;

import io.activedefense.blacklist.settings.SettingsVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The settings documents, within a transaction of the caller. */
final class SettingsTable {
    private final Connection connection;

    SettingsTable(Connection connection) {
        this.connection = connection;
    }

    /** The version in force; absent before the first start is through. */
    OptionalLong newest() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT max(version) FROM settings_version");
                ResultSet row = select.executeQuery()) {
            row.next();
            long version = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
        }
    }

    /** The versions, the latest first. */
    List<SettingsVersion> latest(int limit) throws SQLException {
        return before(null, limit);
    }

    /** The versions before this one, or all, the latest first. */
    List<SettingsVersion> before(@Nullable Long version, int limit) throws SQLException {
        String sql = "SELECT document::text AS document, at, by_whom, why FROM settings_version"
                + " WHERE version < ? ORDER BY version DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, version == null ? Long.MAX_VALUE : version);
            select.setInt(2, limit);
            var versions = new ArrayList<SettingsVersion>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(read(row));
                }
            }
            return versions;
        }
    }

    void append(SettingsVersion version) throws SQLException {
        String sql = "INSERT INTO settings_version (version, document, at, by_whom, why) VALUES (?, ?::jsonb, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, version.settings().version());
            insert.setString(2, Documents.write(version.settings()));
            set(insert, 3, version.at());
            insert.setString(4, version.by());
            insert.setString(5, version.why());
            insert.executeUpdate();
        }
    }

    private static SettingsVersion read(ResultSet row) throws SQLException {
        return new SettingsVersion(
                Documents.settings(row.getString("document")),
                instant(row, "at"),
                row.getString("by_whom"),
                row.getString("why"));
    }
}
