// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Entry;
import io.activedefense.blacklist.entry.Renewal;
import io.activedefense.blacklist.entry.Step;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import io.activedefense.contracts.blacklist.BlacklistEvent.Kind;
import io.activedefense.contracts.kafka.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one transaction: entries, their history, the messages that tell of both, and the list's version.
 * Steps are taken in memory and written at once by {@link #write}.
 */
final class Ledger {
    private final Connection connection;
    private final Duration blockWindow;
    private final Instant now;
    private final EntryTable table;
    private final Map<Cidr, StoredEntry> loaded = new LinkedHashMap<>();
    private final Map<Cidr, Entry> changed = new LinkedHashMap<>();
    private final List<BlacklistEvent> events = new ArrayList<>();
    private final Set<Cidr> spokenOf = new HashSet<>();
    private boolean listChanged;

    Ledger(Connection connection, Duration blockWindow, Instant now) {
        this.connection = connection;
        this.blockWindow = blockWindow;
        this.now = now;
        this.table = new EntryTable(connection);
    }

    /** Loads the entries of these addresses; an address without one is unknown. */
    void load(Collection<Cidr> addresses) throws SQLException {
        hold(table.of(addresses));
    }

    /** Takes entries as loaded. */
    void hold(Collection<StoredEntry> entries) {
        entries.forEach(stored -> loaded.put(stored.entry().address(), stored));
    }

    /** The entry as the steps so far have left it. */
    Entry entry(Cidr address) {
        Entry latest = changed.get(address);
        if (latest != null) {
            return latest;
        }
        StoredEntry stored = loaded.get(address);
        return stored == null ? Entry.unknown(address) : stored.entry();
    }

    /** Takes a step; {@code by} and {@code why} are told where the step is worth an event. */
    void take(Step step, String by, @Nullable String why) {
        if (!step.changed()) {
            return;
        }
        changed.put(step.after().address(), step.after());
        listChanged |= step.changesTheList();
        step.event().ifPresent(kind -> speak(kind, step.after(), by, why));
    }

    /** Writes the entry though only its expiry has moved, since the block window did, and tells of it if need be. */
    void retell(Entry entry) {
        changed.put(entry.address(), entry);
        if (Renewal.isWorthTelling(told(entry), expiry(entry))) {
            spokenOf.add(entry.address());
        }
    }

    /**
     * Writes what the steps changed.
     *
     * @param by who renewed what was renewed
     */
    void write(String by) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        changed.values().forEach(entry -> speakOfRenewal(entry, by));
        table.save(changed.values().stream().map(this::stored).toList(), blockWindow);
        try (var outbox = new OutboxTable(connection, now)) {
            queueMessages(outbox);
        }
        new EventTable(connection).append(events);
        endQuestionsOfReleased();
        if (listChanged) {
            ListVersion.raise(connection);
        }
    }

    private void speak(Kind kind, Entry entry, String by, @Nullable String why) {
        spokenOf.add(entry.address());
        events.add(new BlacklistEvent(
                kind,
                entry.address(),
                now,
                by,
                why,
                entry.ground().reasons(),
                entry.expiresAt(blockWindow).orElse(null)));
    }

    private void speakOfRenewal(Entry entry, String by) {
        boolean silent = entry.isListed() && !spokenOf.contains(entry.address());
        if (silent && Renewal.isWorthTelling(told(entry), expiry(entry))) {
            speak(Kind.RENEWED, entry, by, null);
        }
    }

    private StoredEntry stored(Entry entry) {
        return new StoredEntry(entry, spokenOf.contains(entry.address()) ? expiry(entry) : told(entry));
    }

    private void queueMessages(OutboxTable outbox) throws SQLException {
        for (Entry entry : changed.values()) {
            if (entry.isPublished() && spokenOf.contains(entry.address())) {
                outbox.put(Topics.BLACKLIST, entry.address().toString(), entry.told(blockWindow));
            } else if (!entry.isPublished() && wasPublished(entry)) {
                outbox.put(Topics.BLACKLIST, entry.address().toString(), null);
            }
        }
        for (BlacklistEvent event : events) {
            outbox.put(Topics.BLACKLIST_EVENTS, event.address().toString(), event);
        }
        outbox.flush();
    }

    private boolean wasPublished(Entry entry) {
        StoredEntry before = loaded.get(entry.address());
        return before != null && before.entry().isPublished();
    }

    private @Nullable Instant told(Entry entry) {
        StoredEntry before = loaded.get(entry.address());
        return before == null ? null : before.toldExpiry();
    }

    private @Nullable Instant expiry(Entry entry) {
        return entry.expiresAt(blockWindow).orElse(null);
    }

    private void endQuestionsOfReleased() throws SQLException {
        List<Cidr> released = events.stream()
                .filter(event -> event.kind() == Kind.RELEASED)
                .map(BlacklistEvent::address)
                .toList();
        if (!released.isEmpty()) {
            new ReviewTable(connection, blockWindow, now).outdated(released);
        }
    }
}
