// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.feed.DefinedFeed;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.FeedChange;
import io.activedefense.blacklist.feed.FeedOutcome;
import io.activedefense.blacklist.feed.Feeds;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The feeds in their table. A change raises the list's version, by which those who build them see it. */
public final class PostgresFeeds implements Feeds {
    private final Database database;
    private final Clock clock;

    PostgresFeeds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<DefinedFeed> all() {
        return database.read(connection -> new FeedTable(connection).all());
    }

    @Override
    public Optional<DefinedFeed> find(String name) {
        return database.read(connection -> new FeedTable(connection).find(name));
    }

    @Override
    public List<FeedChange> history(String name, @Nullable Long before, int limit) {
        return database.read(connection -> new FeedTable(connection).history(name, before, limit));
    }

    @Override
    public Optional<DefinedFeed> create(Feed feed, String by, String why) {
        return database.write(connection -> {
            var table = new FeedTable(connection);
            if (table.find(feed.name()).isPresent()) {
                return Optional.empty();
            }
            ListVersion.raise(connection);
            return Optional.of(table.put(null, feed, now(), by, why));
        });
    }

    @Override
    public FeedOutcome change(Feed feed, long madeFrom, String by, String why) {
        return database.write(connection -> {
            Optional<DefinedFeed> there = new FeedTable(connection).find(feed.name());
            if (there.isEmpty()) {
                return new FeedOutcome.Unknown();
            }
            DefinedFeed before = there.get();
            if (before.version() != madeFrom) {
                return new FeedOutcome.Conflict(before);
            }
            return new FeedOutcome.Defined(
                    before.feed().equals(feed) ? before : changed(connection, before, feed, by, why));
        });
    }

    @Override
    public boolean remove(String name, String by, String why) {
        return database.write(connection -> {
            var table = new FeedTable(connection);
            Optional<DefinedFeed> there = table.find(name);
            if (there.isPresent()) {
                table.remove(there.get().feed(), now(), by, why);
                HoldTable.forget(connection, name);
                ListVersion.raise(connection);
            }
            return there.isPresent();
        });
    }

    private DefinedFeed changed(Connection connection, DefinedFeed before, Feed feed, String by, String why)
            throws SQLException {
        if (!before.feed().hasContentOf(feed)) {
            HoldTable.forget(connection, feed.name());
        }
        ListVersion.raise(connection);
        return new FeedTable(connection).put(before, feed, now(), by, why);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
