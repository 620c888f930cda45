// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.AddOutcome;
import io.activedefense.blacklist.entry.Addition;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.DetectionPage;
import io.activedefense.blacklist.entry.Entry;
import io.activedefense.blacklist.entry.EntryCounts;
import io.activedefense.blacklist.entry.EntryFilter;
import io.activedefense.blacklist.entry.EntryLife;
import io.activedefense.blacklist.entry.EntryOrder;
import io.activedefense.blacklist.entry.EntryPage;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.entry.EntryStory;
import io.activedefense.blacklist.entry.ImportOutcome;
import io.activedefense.blacklist.entry.NeverListed;
import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.blacklist.entry.ReleaseOutcome;
import io.activedefense.blacklist.entry.Step;
import io.activedefense.blacklist.entry.Terms;
import io.activedefense.blacklist.entry.Undoing;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The blacklist in its tables. */
public final class PostgresBlacklist implements Blacklist {
    private static final int LONGEST_STORY = 500;
    private static final int BATCH = 500;

    private final Database database;
    private final SettingsInForce settings;
    private final Clock clock;

    PostgresBlacklist(Database database, SettingsInForce settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<EntryStory> find(Cidr address) {
        return database.read(connection -> {
            Terms terms = settings.terms(connection, clock.instant());
            Optional<Entry> entry =
                    new EntrySearch(connection).exactly(address).filter(found -> found.listedAt() != null);
            return entry.isEmpty() ? Optional.empty() : Optional.of(story(connection, entry.get(), terms));
        });
    }

    @Override
    public EntryPage search(EntryQuery query) {
        return database.read(connection -> {
            Terms terms = settings.terms(connection, clock.instant());
            List<Entry> found = new EntrySearch(connection).matching(query);
            boolean more = found.size() > query.limit();
            List<Entry> page = more ? found.subList(0, query.limit()) : found;
            List<BlacklistEntry> told =
                    page.stream().map(entry -> entry.told(terms.blockWindow())).toList();
            EntryOrder order = query.order();
            return new EntryPage(told, more ? order.write(order.of(told.getLast())) : null);
        });
    }

    @Override
    public AddOutcome add(Addition addition) {
        return database.write(connection -> {
            Instant now = now();
            Terms terms = settings.terms(connection, now);
            Optional<NeverListed> forbidden = terms.neverList().forbids(addition.address());
            if (forbidden.isPresent()) {
                return new AddOutcome.OnNeverList(forbidden.get());
            }
            if (addition.expiresAt() != null && !addition.expiresAt().isAfter(now)) {
                return new AddOutcome.ExpiryNotAhead();
            }
            return add(addition, new Ledger(connection, terms.blockWindow(), now), new EntryLife(terms, now), terms);
        });
    }

    @Override
    public ReleaseOutcome release(Cidr address, String reason, String by) {
        return database.write(connection -> release(connection, address, reason, by, now()));
    }

    @Override
    public ReleaseOutcome releaseForGood(Cidr address, String reason, @Nullable Instant until, String by) {
        return database.write(connection -> {
            Instant now = now();
            ReleaseOutcome outcome = release(connection, address, reason, by, now);
            if (outcome instanceof ReleaseOutcome.Released) {
                new SettingsChange(connection, settings.on(connection).settings(), now)
                        .allow(List.of(address), until, by, reason);
            }
            return outcome;
        });
    }

    @Override
    public ImportOutcome addAll(List<Addition> additions, boolean dryRun) {
        return database.write(connection -> dryRun
                ? imports(connection).weigh(additions)
                : imports(connection).carryOut(additions));
    }

    @Override
    public Undoing undoable(String rule, Instant since, int most) {
        return database.read(connection -> {
            Terms terms = settings.terms(connection, clock.instant());
            var undo = new Undo(connection, rule, since);
            return new Undoing(
                    undo.releases(),
                    undo.keeps(),
                    undo.next(most).stream()
                            .map(stored -> stored.entry().told(terms.blockWindow()))
                            .toList());
        });
    }

    @Override
    public int undo(String rule, Instant since, String reason, String by) {
        int all = 0;
        int batch;
        do {
            batch = database.write(connection -> undoBatch(connection, rule, since, reason, by));
            all += batch;
        } while (batch == BATCH);
        return all;
    }

    @Override
    public EntryCounts counts(EntryFilter filter) {
        return database.read(connection -> new EntrySearch(connection).counts(filter));
    }

    @Override
    public DetectionPage detections(@Nullable Result result, @Nullable String rule, @Nullable Long before, int limit) {
        return database.read(connection -> new DetectionTable(connection).latest(result, rule, before, limit));
    }

    @Override
    public long listed() {
        return database.read(connection -> {
            try (PreparedStatement count =
                            connection.prepareStatement("SELECT count(*) FROM entry WHERE standing = 'LISTED'");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public SortedMap<String, Long> listedByReason() {
        return counts(EntryFilter.LISTED).byReason();
    }

    private ReleaseOutcome release(Connection connection, Cidr address, String reason, String by, Instant now)
            throws SQLException {
        Terms terms = settings.terms(connection, now);
        var ledger = new Ledger(connection, terms.blockWindow(), now);
        ledger.load(List.of(address));
        Entry entry = ledger.entry(address);
        if (!entry.isListed()) {
            return new ReleaseOutcome.NotListed();
        }
        Step step = new EntryLife(terms, now).released(entry);
        ledger.take(step, by, reason);
        ledger.write(by);
        return new ReleaseOutcome.Released(step.after().told(terms.blockWindow()));
    }

    private int undoBatch(Connection connection, String rule, Instant since, String reason, String by)
            throws SQLException {
        Instant now = now();
        Terms terms = settings.terms(connection, now);
        List<StoredEntry> entries = new Undo(connection, rule, since).next(BATCH);
        var ledger = new Ledger(connection, terms.blockWindow(), now);
        var life = new EntryLife(terms, now);
        ledger.hold(entries);
        entries.forEach(stored -> ledger.take(life.released(stored.entry()), by, reason));
        ledger.write(by);
        return entries.size();
    }

    private Imports imports(Connection connection) throws SQLException {
        Instant now = now();
        return new Imports(connection, settings.terms(connection, now), now);
    }

    private static AddOutcome add(Addition addition, Ledger ledger, EntryLife life, Terms terms) throws SQLException {
        ledger.load(List.of(addition.address()));
        Entry entry = ledger.entry(addition.address());
        if (entry.isListed() && entry.origin() == Origin.USER_ADDED) {
            return new AddOutcome.AlreadyListed(entry.told(terms.blockWindow()));
        }
        Step step = life.added(entry, addition);
        ledger.take(step, addition.by(), addition.comment());
        ledger.write(addition.by());
        return new AddOutcome.Added(step.after().told(terms.blockWindow()));
    }

    private static EntryStory story(Connection connection, Entry entry, Terms terms) throws SQLException {
        return new EntryStory(
                entry.told(terms.blockWindow()),
                new EventTable(connection).of(entry.address(), LONGEST_STORY),
                new DetectionTable(connection).of(entry.address(), LONGEST_STORY));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
