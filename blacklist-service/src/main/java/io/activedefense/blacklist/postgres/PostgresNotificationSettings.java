// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;

import io.activedefense.blacklist.notification.NotificationSettings;
import io.activedefense.blacklist.notification.NotificationSettingsStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** The settings of notifications in their table; where they were never changed there is no row. */
public final class PostgresNotificationSettings implements NotificationSettingsStore {
    private final Database database;

    PostgresNotificationSettings(Database database) {
        this.database = database;
    }

    @Override
    public NotificationSettings current() {
        return database.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT page_url, group_seconds FROM notification_settings");
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new NotificationSettings(textOrNull(row, "page_url"), row.getInt("group_seconds"))
                        : NotificationSettings.DEFAULTS;
            }
        });
    }

    @Override
    public void put(NotificationSettings settings) {
        database.change(connection -> {
            String sql = """
                    INSERT INTO notification_settings (page_url, group_seconds) VALUES (?, ?)
                    ON CONFLICT (name) DO UPDATE SET (page_url, group_seconds) =
                        (excluded.page_url, excluded.group_seconds)
                    """;
            try (PreparedStatement upsert = connection.prepareStatement(sql)) {
                set(upsert, 1, settings.pageUrl());
                upsert.setInt(2, settings.groupSeconds());
                return upsert.executeUpdate();
            }
        });
    }
}
