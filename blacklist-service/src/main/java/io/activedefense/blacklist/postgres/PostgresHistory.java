// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.History;
import java.sql.ResultSet;
import java.util.List;

/** What happened, in its table. Changes come one after the other, so whoever has read a number has read all before it. */
public final class PostgresHistory implements History {
    private final Database database;

    PostgresHistory(Database database) {
        this.database = database;
    }

    @Override
    public long latest() {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("SELECT coalesce(max(id), 0) FROM blacklist_event");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public List<Numbered> after(long number, int limit) {
        return database.read(connection -> new EventTable(connection).after(number, limit));
    }
}
