// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.EntryLife;
import io.activedefense.blacklist.entry.Guards;
import io.activedefense.blacklist.entry.NeverList;
import io.activedefense.blacklist.entry.NeverListed;
import io.activedefense.blacklist.entry.Terms;
import io.activedefense.blacklist.feed.Narrowness;
import io.activedefense.blacklist.review.HeldDetection;
import io.activedefense.blacklist.review.HeldDetection.State;
import io.activedefense.blacklist.settings.SettingsVersion;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.contracts.settings.Network;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a settings document in force, with what that means for the list, within a transaction of the caller. */
final class SettingsChange {
    private static final int PAGE = 1_000;

    private final Connection connection;
    private final DefenseSettings before;
    private final Instant now;

    /**
     * A change.
     *
     * @param before the document in force
     */
    SettingsChange(Connection connection, DefenseSettings before, Instant now) {
        this.connection = connection;
        this.before = before;
        this.now = now;
    }

    /**
     * Puts the document in force as the next version.
     *
     * @throws InvalidSettingException if it counts fewer resets than there were: the detector would miss the next one
     */
    SettingsVersion to(DefenseSettings proposed, String by, String why) throws SQLException {
        if (proposed.resetEpoch() < before.resetEpoch()) {
            throw new InvalidSettingException("resetEpoch", proposed.resetEpoch(), before.resetEpoch() + " or more");
        }
        var next = new SettingsVersion(proposed.withVersion(before.version() + 1), now, by, why);
        store(connection, next);
        moveExpiries(next.settings());
        applyGuards(next);
        return next;
    }

    /** Puts networks on the allowlist, in the place of lines about the same ones; releases what they cover. */
    void allow(Collection<Cidr> networks, @Nullable Instant until, String by, String why) throws SQLException {
        var lines = new ArrayList<>(before.allowlist());
        lines.removeIf(line -> networks.contains(line.cidr()));
        networks.stream()
                .distinct()
                .map(network -> new Network(network, why, until))
                .forEach(lines::add);
        to(before.withAllowlist(lines), by, why);
    }

    static void store(Connection connection, SettingsVersion version) throws SQLException {
        new SettingsTable(connection).append(version);
        try (var outbox = new OutboxTable(connection, version.at())) {
            outbox.put(Topics.DEFENSE_SETTINGS, Topics.SETTINGS_KEY, version.settings());
            outbox.flush();
        }
    }

    /** All expiries at once; readers of the topic are told of them in batches afterwards. */
    private void moveExpiries(DefenseSettings next) throws SQLException {
        if (before.blockWindowDays() != next.blockWindowDays()) {
            new EntryTable(connection).moveExpiries(next.blockWindow());
        }
    }

    /** Releases what must not be listed any more, and ends the questions about it. */
    private void applyGuards(SettingsVersion next) throws SQLException {
        DefenseSettings settings = next.settings();
        boolean same = before.ownNetworks().equals(settings.ownNetworks())
                && before.allowlist().equals(settings.allowlist())
                && Narrowness.of(before.guards()).equals(Narrowness.of(settings.guards()));
        if (same) {
            return;
        }
        // Made here, not cached: the change is not committed yet.
        NeverList guards = Guards.of(settings).at(now);
        var terms = new Terms(settings.blockWindow(), guards);
        List<Cidr> forbidden = new EntryTable(connection)
                .listed().stream()
                        .filter(address -> guards.forbids(address).isPresent())
                        .toList();
        for (int from = 0; from < forbidden.size(); from += PAGE) {
            release(forbidden.subList(from, Math.min(forbidden.size(), from + PAGE)), terms, next);
        }
        endQuestions(guards, next);
    }

    private void release(List<Cidr> addresses, Terms terms, SettingsVersion change) throws SQLException {
        var ledger = new Ledger(connection, terms.blockWindow(), now);
        var life = new EntryLife(terms, now);
        ledger.load(addresses);
        for (Cidr address : addresses) {
            String why =
                    terms.neverList().forbids(address).map(NeverListed::text).orElse(change.why());
            ledger.take(life.released(ledger.entry(address)), change.by(), why);
        }
        ledger.write(change.by());
    }

    private void endQuestions(NeverList guards, SettingsVersion change) throws SQLException {
        var review = new ReviewTable(connection, change.settings().blockWindow(), now);
        for (HeldDetection held : review.waiting()) {
            Optional<NeverListed> forbidden = guards.forbids(held.detection().source());
            if (forbidden.isPresent()) {
                review.decide(
                        held.id(),
                        State.NEVER_LISTED,
                        change.by(),
                        forbidden.get().text());
            }
        }
    }
}
