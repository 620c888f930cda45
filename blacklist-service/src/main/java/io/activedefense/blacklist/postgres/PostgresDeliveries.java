// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.notification.AlarmChange;
import io.activedefense.blacklist.notification.Deliveries;
import io.activedefense.blacklist.notification.Delivery;
import io.activedefense.blacklist.notification.Digest;
import io.activedefense.blacklist.notification.Interests;
import io.activedefense.blacklist.notification.Listing;
import io.activedefense.blacklist.notification.Notice;
import io.activedefense.blacklist.notification.Recipient;
import io.activedefense.blacklist.postgres.DeliveryTable.Waiting;
import io.activedefense.blacklist.postgres.NewsTable.Listings;
import io.activedefense.blacklist.postgres.NewsTable.Progress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Deliveries in their table, made from the history of entries and of alarms. */
public final class PostgresDeliveries implements Deliveries {
    private final Database database;
    private final Clock clock;

    PostgresDeliveries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void collect(Duration every) {
        if (database.read(connection -> new NewsTable(connection).any())) {
            database.change(connection -> collected(connection, every));
        }
    }

    @Override
    public List<Delivery> due() {
        return database.read(connection -> new DeliveryTable(connection).due(now()));
    }

    @Override
    public void sent(Delivery delivery, String answer) {
        end(delivery, State.SENT, answer);
    }

    @Override
    public void givenUp(Delivery delivery, String error) {
        end(delivery, State.GIVEN_UP, error);
    }

    @Override
    public void failed(Delivery delivery, String error, Instant nextAt) {
        database.change(connection -> {
            new DeliveryTable(connection).postpone(delivery, error, nextAt);
            return true;
        });
    }

    @Override
    public int forget(Instant before, int most) {
        return database.change(connection -> new DeliveryTable(connection).forget(before, most));
    }

    @Override
    public List<Unreached> unreached(int attempts) {
        return database.read(connection -> new DeliveryTable(connection).unreached(attempts));
    }

    @Override
    public long waiting() {
        return database.read(connection -> {
            String sql = "SELECT count(*) FROM notification_delivery WHERE state = 'WAITING'";
            try (var count = connection.prepareStatement(sql);
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public List<Queued> latest(@Nullable State state, @Nullable Long recipient, @Nullable Long before, int limit) {
        return database.read(connection -> new DeliveryTable(connection).latest(state, recipient, before, limit));
    }

    private void end(Delivery delivery, State state, String answer) {
        database.change(connection -> {
            new DeliveryTable(connection).end(delivery, state, answer, now());
            return true;
        });
    }

    private boolean collected(Connection connection, Duration every) throws SQLException {
        Instant now = now();
        var news = new NewsTable(connection);
        Progress before = news.progress();
        Progress after = before;
        List<Recipient> recipients = new RecipientTable(connection)
                .all().stream().filter(recipient -> recipient.wish().enabled()).toList();
        if (isTime(before.listedAt(), every, now)) {
            Listings taken = news.listingsAfter(before.event());
            List<Listing> listings = taken.listings();
            queue(connection, recipients, interests -> Digest.ofListings(listings, interests), now);
            after = new Progress(taken.upTo(), listings.isEmpty() ? before.listedAt() : now, before.alarmsAt());
        }
        if (isTime(before.alarmsAt(), every, now)) {
            List<AlarmChange> changes = news.takeAlarmChanges();
            queue(connection, recipients, interests -> Digest.ofAlarms(changes, interests), now);
            after = new Progress(after.event(), after.listedAt(), changes.isEmpty() ? before.alarmsAt() : now);
        }
        if (!after.equals(before)) {
            news.write(after);
        }
        return true;
    }

    private static boolean isTime(@Nullable Instant last, Duration every, Instant now) {
        return last == null || !now.isBefore(last.plus(every));
    }

    private static void queue(
            Connection connection,
            List<Recipient> recipients,
            Function<Interests, Optional<? extends Notice>> digest,
            Instant now)
            throws SQLException {
        var table = new DeliveryTable(connection);
        for (Recipient recipient : recipients) {
            Optional<? extends Notice> notice = digest.apply(recipient.wish().interests());
            if (notice.isPresent()) {
                queue(table, recipient.id(), notice.get(), now);
            }
        }
    }

    /** What still waits is told together, so that an outage ends in one message and not in thousands. */
    private static void queue(DeliveryTable table, long recipient, Notice notice, Instant now) throws SQLException {
        Optional<Waiting> waiting = table.waiting(recipient, notice.kind());
        if (waiting.isEmpty()) {
            table.queue(recipient, notice, now);
        } else {
            table.extend(waiting.get().id(), waiting.get().notice().then(notice));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
