// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.set;

import io.activedefense.blacklist.feed.DefinedFeed;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.FeedChange;
import io.activedefense.blacklist.feed.FeedDiff;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The feeds and how they were changed, within a transaction of the caller. */
final class FeedTable {
    private static final String SELECT = "SELECT definition, version, at, by_whom, why FROM feed";

    private final Connection connection;

    FeedTable(Connection connection) {
        this.connection = connection;
    }

    List<DefinedFeed> all() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " ORDER BY name");
                ResultSet row = select.executeQuery()) {
            var feeds = new ArrayList<DefinedFeed>();
            while (row.next()) {
                feeds.add(read(row));
            }
            return feeds;
        }
    }

    Optional<DefinedFeed> find(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** Defines it, in the place of a definition that there may be. */
    DefinedFeed put(@Nullable DefinedFeed before, Feed feed, Instant now, String by, String why) throws SQLException {
        var defined = new DefinedFeed(feed, nextVersion(feed.name()), now, by, why);
        String sql = """
                INSERT INTO feed (name, definition, version, at, by_whom, why) VALUES (?, ?::jsonb, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET (definition, version, at, by_whom, why) =
                    (excluded.definition, excluded.version, excluded.at, excluded.by_whom, excluded.why)
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, feed.name());
            upsert.setString(2, Documents.write(feed));
            upsert.setLong(3, defined.version());
            set(upsert, 4, now);
            upsert.setString(5, by);
            upsert.setString(6, why);
            upsert.executeUpdate();
        }
        var differences = FeedDiff.between(before == null ? null : before.feed(), feed);
        append(feed.name(), new FeedChange(defined.version(), now, by, why, differences));
        return defined;
    }

    void remove(Feed feed, Instant now, String by, String why) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM feed WHERE name = ?")) {
            delete.setString(1, feed.name());
            delete.executeUpdate();
        }
        long version = nextVersion(feed.name());
        append(feed.name(), new FeedChange(version, now, by, why, FeedDiff.between(feed, null)));
    }

    List<FeedChange> history(String name, @Nullable Long before, int limit) throws SQLException {
        String sql = "SELECT version, at, by_whom, why, differences FROM feed_change"
                + " WHERE name = ? AND version < ? ORDER BY version DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            select.setLong(2, before == null ? Long.MAX_VALUE : before);
            select.setInt(3, limit);
            var changes = new ArrayList<FeedChange>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(change(row));
                }
            }
            return changes;
        }
    }

    /** Also behind a feed that was given up: who still has its definition at hand is told. */
    private long nextVersion(String name) throws SQLException {
        String sql = "SELECT coalesce(max(version), 0) + 1 FROM feed_change WHERE name = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void append(String name, FeedChange change) throws SQLException {
        String sql = "INSERT INTO feed_change (name, version, at, by_whom, why, differences)"
                + " VALUES (?, ?, ?, ?, ?, ?::jsonb)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, name);
            insert.setLong(2, change.version());
            set(insert, 3, change.at());
            insert.setString(4, change.by());
            insert.setString(5, change.why());
            insert.setString(6, Documents.write(change.differences()));
            insert.executeUpdate();
        }
    }

    private static DefinedFeed read(ResultSet row) throws SQLException {
        return new DefinedFeed(
                Documents.feed(row.getString("definition")),
                row.getLong("version"),
                instant(row, "at"),
                row.getString("by_whom"),
                row.getString("why"));
    }

    private static FeedChange change(ResultSet row) throws SQLException {
        return new FeedChange(
                row.getLong("version"),
                instant(row, "at"),
                row.getString("by_whom"),
                row.getString("why"),
                Documents.differences(row.getString("differences")));
    }
}
