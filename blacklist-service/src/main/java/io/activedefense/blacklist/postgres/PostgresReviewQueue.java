// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.EntryLife;
import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.blacklist.entry.Terms;
import io.activedefense.blacklist.review.Decided;
import io.activedefense.blacklist.review.Decision;
import io.activedefense.blacklist.review.HeldDetection;
import io.activedefense.blacklist.review.HeldDetection.State;
import io.activedefense.blacklist.review.ReviewQueue;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The review queue in its table. */
public final class PostgresReviewQueue implements ReviewQueue {
    private final Database database;
    private final SettingsInForce settings;
    private final Clock clock;

    PostgresReviewQueue(Database database, SettingsInForce settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<HeldDetection> latest(Set<State> states, @Nullable Long before, int limit) {
        return database.read(connection -> table(connection, now()).latest(states, before, limit));
    }

    @Override
    public List<HeldDetection> of(Cidr source) {
        return database.read(connection -> table(connection, now()).of(source));
    }

    @Override
    public long waiting() {
        return database.read(connection -> {
            try (var count = connection.prepareStatement("SELECT count(*) FROM review WHERE state = 'WAITING'");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public List<Decided> decide(Decision decision) {
        return database.write(connection -> {
            Instant now = now();
            var decided = new HashMap<Long, Decided>();
            var table = table(connection, now);
            List<HeldDetection> open = new ArrayList<>();
            for (HeldDetection held : table.of(decision.ids())) {
                if (isOpen(held)) {
                    open.add(held);
                } else {
                    decided.put(held.id(), new Decided(held.id(), held.state(), false, "it was decided before"));
                }
            }
            carryOut(decision, open, connection, now).forEach(each -> decided.put(each.id(), each));
            return decision.ids().stream()
                    .distinct()
                    .map(id -> decided.getOrDefault(id, new Decided(id, null, false, "there is none of this id")))
                    .toList();
        });
    }

    /** What has expired may still be let be or allowlisted, and is told as expired where it can't be listed. */
    private static boolean isOpen(HeldDetection held) {
        return held.state() == State.WAITING || held.state() == State.EXPIRED;
    }

    private List<Decided> carryOut(Decision decision, List<HeldDetection> open, Connection connection, Instant now)
            throws SQLException {
        return switch (decision.verdict()) {
            case APPROVE -> approve(decision, open, connection, now);
            case DISMISS -> note(State.DISMISSED, decision, open, connection, now);
            case ALLOWLIST -> allow(decision, open, connection, now);
        };
    }

    private List<Decided> approve(Decision decision, List<HeldDetection> open, Connection connection, Instant now)
            throws SQLException {
        Terms terms = settings.terms(connection, now);
        var ledger = new Ledger(connection, terms.blockWindow(), now);
        var life = new EntryLife(terms, now);
        ledger.load(open.stream().map(held -> held.detection().source()).toList());
        var table = table(connection, now);
        var decided = new ArrayList<Decided>();
        for (HeldDetection held : open) {
            Detection listing = held.detection().as(Disposition.LIST, null);
            var entry = ledger.entry(listing.source());
            Result result = life.resultOf(entry, listing);
            if (result == Result.LISTED) {
                ledger.take(life.detected(entry, listing), decision.by(), decision.why());
                table.decide(held.id(), State.APPROVED, decision.by(), decision.why());
                decided.add(new Decided(held.id(), State.APPROVED, true, null));
            } else {
                decided.add(notListed(held, result, terms));
            }
        }
        ledger.write(decision.by());
        return decided;
    }

    private static Decided notListed(HeldDetection held, Result result, Terms terms) {
        return switch (result) {
            case NEVER_LISTED ->
                new Decided(
                        held.id(),
                        held.state(),
                        false,
                        terms.neverList()
                                .forbids(held.detection().source())
                                .map(never -> held.detection().source() + " must not be listed: " + never.text())
                                .orElse(null));
            case OUTDATED -> new Decided(held.id(), held.state(), false, "its source was released since");
            default -> new Decided(held.id(), held.state(), false, "its block window is over");
        };
    }

    private List<Decided> allow(Decision decision, List<HeldDetection> open, Connection connection, Instant now)
            throws SQLException {
        List<Decided> decided = note(State.ALLOWLISTED, decision, open, connection, now);
        if (!open.isEmpty()) {
            List<Cidr> sources =
                    open.stream().map(held -> held.detection().source()).toList();
            new SettingsChange(connection, settings.on(connection).settings(), now)
                    .allow(sources, decision.until(), decision.by(), decision.why());
        }
        return decided;
    }

    private List<Decided> note(
            State state, Decision decision, List<HeldDetection> open, Connection connection, Instant now)
            throws SQLException {
        var table = table(connection, now);
        for (HeldDetection held : open) {
            table.decide(held.id(), state, decision.by(), decision.why());
        }
        return open.stream()
                .map(held -> new Decided(held.id(), state, true, null))
                .toList();
    }

    private ReviewTable table(Connection connection, Instant now) throws SQLException {
        return new ReviewTable(connection, settings.terms(connection, now).blockWindow(), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
