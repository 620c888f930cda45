// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.feed.DefinedFeed;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.Feeds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The feeds in their table. A change raises the list's version, by which those who build them see it. */
public final class PostgresFeeds implements Feeds {
    private static final String SELECT = "SELECT name, definition, at, by_whom FROM feed";

    private final Database database;
    private final Clock clock;

    PostgresFeeds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<DefinedFeed> all() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + " ORDER BY name");
                    ResultSet row = select.executeQuery()) {
                var feeds = new ArrayList<DefinedFeed>();
                while (row.next()) {
                    feeds.add(read(row));
                }
                return feeds;
            }
        });
    }

    @Override
    public Optional<DefinedFeed> find(String name) {
        return database.read(connection -> find(connection, name));
    }

    @Override
    public Optional<DefinedFeed> create(Feed feed, String by) {
        return database.write(connection ->
                find(connection, feed.name()).isPresent() ? Optional.empty() : Optional.of(put(connection, feed, by)));
    }

    @Override
    public Optional<DefinedFeed> change(Feed feed, String by) {
        return database.write(connection -> {
            Optional<DefinedFeed> before = find(connection, feed.name());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            if (!before.get().feed().hasContentOf(feed)) {
                HoldTable.forget(connection, feed.name());
            }
            return Optional.of(put(connection, feed, by));
        });
    }

    @Override
    public boolean remove(String name) {
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM feed WHERE name = ?")) {
                delete.setString(1, name);
                HoldTable.forget(connection, name);
                ListVersion.raise(connection);
                return delete.executeUpdate() == 1;
            }
        });
    }

    private DefinedFeed put(Connection connection, Feed feed, String by) throws SQLException {
        String sql = """
                INSERT INTO feed (name, definition, at, by_whom) VALUES (?, ?::jsonb, ?, ?)
                ON CONFLICT (name) DO UPDATE SET (definition, at, by_whom) = (excluded.definition, excluded.at,
                    excluded.by_whom)
                """;
        var defined = new DefinedFeed(feed, now(), by);
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, feed.name());
            upsert.setString(2, Documents.write(feed));
            Columns.set(upsert, 3, defined.at());
            upsert.setString(4, by);
            upsert.executeUpdate();
        }
        ListVersion.raise(connection);
        return defined;
    }

    private static Optional<DefinedFeed> find(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static DefinedFeed read(ResultSet row) throws SQLException {
        return new DefinedFeed(
                Documents.feed(row.getString("definition")), Columns.instant(row, "at"), row.getString("by_whom"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
