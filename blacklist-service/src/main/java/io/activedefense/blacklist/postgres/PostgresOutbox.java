// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.relay.Message;
import io.activedefense.blacklist.relay.Outbox;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The outbox table, as the relay sees it. */
public final class PostgresOutbox implements Outbox {
    private final Database database;

    PostgresOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Queued> next(int limit) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, topic, key, value FROM outbox ORDER BY id LIMIT ?")) {
                select.setInt(1, limit);
                var queued = new ArrayList<Queued>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        queued.add(new Queued(
                                row.getLong(1), new Message(row.getString(2), row.getString(3), row.getBytes(4))));
                    }
                }
                return queued;
            }
        });
    }

    @Override
    public void published(Collection<Long> ids) {
        database.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
                delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public long waiting() {
        return database.read(connection -> {
            try (PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM outbox");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
