// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.contracts.kafka.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages that leave with the transaction that they tell of. */
final class OutboxTable implements AutoCloseable {
    private final PreparedStatement insert;
    private final Instant now;
    private boolean any;

    OutboxTable(Connection connection, Instant now) throws SQLException {
        this.insert =
                connection.prepareStatement("INSERT INTO outbox (topic, key, value, queued_at) VALUES (?, ?, ?, ?)");
        this.now = now;
    }

    /** Queues a value, or a tombstone. */
    <V> void put(Topic<String, V> topic, String key, @Nullable V value) throws SQLException {
        insert.setString(1, topic.name());
        insert.setString(2, key);
        if (value == null) {
            insert.setNull(3, Types.BINARY);
        } else {
            insert.setBytes(3, topic.valueSerde().serializer().serialize(topic.name(), value));
        }
        Columns.set(insert, 4, now);
        insert.addBatch();
        any = true;
    }

    void flush() throws SQLException {
        if (any) {
            insert.executeBatch();
            any = false;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
