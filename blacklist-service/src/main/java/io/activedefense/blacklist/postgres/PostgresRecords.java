// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;

import io.activedefense.blacklist.postgres.TimeSlices.Slice;
import io.activedefense.blacklist.record.Listing;
import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.record.RecordFilter;
import io.activedefense.blacklist.record.RecordKey;
import io.activedefense.blacklist.record.RecordPage;
import io.activedefense.blacklist.record.RecordQuery;
import io.activedefense.blacklist.record.Records;
import io.activedefense.blacklist.record.Waiter;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds records a slice of time after the other, the newest first, until the page is full: what was logged lately is asked
 * for most, and is found without a look at the rest. After a while it answers with what it has and how far it came.
 */
public final class PostgresRecords implements Records {
    static final String COLUMNS = "seen, id, filed_under_arrival, copy, event";

    private final OwnTransactions transactions;
    private final Duration patience;
    private final Clock clock;

    /**
     * Records.
     *
     * @param patience how long a page may take
     */
    PostgresRecords(OwnTransactions transactions, Duration patience, Clock clock) {
        this.transactions = transactions;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public RecordPage search(RecordQuery query, Waiter waiter) {
        return new Search(query, waiter).run();
    }

    @Override
    public Optional<LogRecord> find(RecordKey key) {
        String sql = "SELECT " + COLUMNS + " FROM log_record WHERE seen = ? AND id = ?";
        return transactions.within(patience, connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                Columns.set(select, 1, key.seen());
                select.setLong(2, key.id());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(read(row)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Map<IpAddress, Listing> listings(Collection<IpAddress> sources) {
        return sources.isEmpty()
                ? Map.of()
                : transactions.within(patience, connection -> new ListingTable(connection).of(sources));
    }

    static LogRecord read(ResultSet row) throws SQLException {
        return new LogRecord(
                new RecordKey(instant(row, "seen").toEpochMilli(), row.getLong("id")),
                row.getBoolean("filed_under_arrival"),
                row.getBoolean("copy"),
                FirewallEvent.of(row.getBytes("event")));
    }

    /** One search, with what it has found so far. */
    private final class Search {
        private final RecordQuery query;
        private final Waiter waiter;
        private final List<LogRecord> found = new ArrayList<>();
        private final Instant deadline = clock.instant().plus(patience);

        Search(RecordQuery query, Waiter waiter) {
            this.query = query;
            this.waiter = waiter;
        }

        RecordPage run() {
            RecordFilter filter = query.filter();
            RecordConditions conditions =
                    transactions.within(patience, connection -> RecordConditions.of(filter, connection));
            if (conditions.none()) {
                return new RecordPage(found, null, null);
            }
            for (Slice slice : slices(conditions)) {
                Optional<Instant> unsearched = look(slice, conditions);
                if (unsearched.isPresent()) {
                    return unfinished(unsearched.get());
                }
                if (found.size() > query.limit()) {
                    List<LogRecord> page = found.subList(0, query.limit());
                    return new RecordPage(page, page.getLast().key(), null);
                }
            }
            return new RecordPage(found, null, null);
        }

        private List<Slice> slices(RecordConditions conditions) {
            Instant end = query.behind() == null ? null : query.behind().seen().plusMillis(1);
            Instant until = earlier(query.filter().until(), end);
            return transactions.within(
                    patience,
                    connection -> new TimeSlices(connection)
                            .newestFirst(query.filter().from(), until, !conditions.indexed()));
        }

        /** Up to where nothing was searched, where there was no time left. */
        private Optional<Instant> look(Slice slice, RecordConditions conditions) {
            Duration left = Duration.between(clock.instant(), deadline);
            if (!left.isPositive()) {
                return Optional.of(slice.until());
            }
            try {
                found.addAll(transactions.within(left, waiter, connection -> select(connection, slice, conditions)));
                return Optional.empty();
            } catch (TookTooLongException e) {
                // Else the next page would begin where this one did.
                if (slice.isNewest()) {
                    throw e;
                }
                return Optional.of(slice.until());
            }
        }

        private RecordPage unfinished(Instant searchedTo) {
            RecordKey next = new RecordKey(searchedTo.toEpochMilli() - 1, Long.MAX_VALUE / 10);
            return new RecordPage(found, next, searchedTo);
        }

        private List<LogRecord> select(Connection connection, Slice slice, RecordConditions conditions)
                throws SQLException {
            String behind = query.behind() == null ? "" : " AND (seen, id) < (?, ?)";
            String sql = "SELECT " + COLUMNS + " FROM log_record WHERE seen >= '" + slice.from() + "' AND seen < '"
                    + slice.until() + "'" + conditions.sql() + behind + " ORDER BY seen DESC, id DESC LIMIT "
                    + (query.limit() + 1 - found.size());
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int next = conditions.set(select, 1);
                if (query.behind() != null) {
                    Columns.set(select, next, query.behind().seen());
                    select.setLong(next + 1, query.behind().id());
                }
                return all(select);
            }
        }
    }

    /** What a statement finds that asks for {@link #COLUMNS}. */
    static List<LogRecord> all(PreparedStatement select) throws SQLException {
        var all = new ArrayList<LogRecord>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(read(row));
            }
        }
        return all;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
