// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.set;

import io.activedefense.blacklist.release.Retention;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;

/** Deletes what is old, some rows at a time, so that nobody waits long for it. */
public final class PostgresRetention implements Retention {
    private static final int BATCH = 5_000;

    private static final String OF_NO_LISTED_ENTRY =
            " AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.address = old.address AND standing = 'LISTED')";

    private static final List<String> DELETES = List.of(
            delete("detection", "recorded_at < ?" + OF_NO_LISTED_ENTRY),
            delete("blacklist_event", "at < ?" + OF_NO_LISTED_ENTRY),
            delete("review", "decided_at < ?" + OF_NO_LISTED_ENTRY),
            delete("alarm", "cleared_at < ?"));

    private final Database database;

    PostgresRetention(Database database) {
        this.database = database;
    }

    @Override
    public int forgetBefore(Instant time) {
        int all = 0;
        for (String delete : DELETES) {
            int rows;
            do {
                rows = deleted(delete, time);
                all += rows;
            } while (rows == BATCH);
        }
        return all;
    }

    private int deleted(String sql, Instant time) {
        return database.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                set(delete, 1, time);
                return delete.executeUpdate();
            }
        });
    }

    private static String delete(String table, String condition) {
        return "DELETE FROM " + table + " WHERE id IN (SELECT id FROM " + table + " AS old WHERE " + condition
                + " LIMIT " + BATCH + ")";
    }
}
