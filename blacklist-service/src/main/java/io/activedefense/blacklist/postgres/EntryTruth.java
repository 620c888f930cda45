// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.relay.Truth;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The listed and the lately released entries, as the topic should know them. */
public final class EntryTruth implements Truth<BlacklistEntry> {
    private final Database database;
    private final SettingsInForce settings;

    EntryTruth(Database database, SettingsInForce settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Topic<String, BlacklistEntry> topic() {
        return Topics.BLACKLIST;
    }

    @Override
    public void forEach(BiConsumer<String, BlacklistEntry> told) {
        database.look(connection -> {
            Duration blockWindow = settings.on(connection).settings().blockWindow();
            new EntryTable(connection)
                    .eachPublished(stored -> told.accept(
                            stored.entry().address().toString(),
                            with(stored.entry().told(blockWindow), stored.toldExpiry())));
        });
    }

    /** Renewals move last sighting, hits and expiry; they are told when the expiry has moved far enough. */
    @Override
    public Object fingerprint(BlacklistEntry value) {
        var steady = new BlacklistEntry(
                value.address(),
                value.reasons(),
                value.origin(),
                value.comment(),
                value.firstSeen(),
                value.listedAt(),
                value.listedAt(),
                value.expiresAt(),
                value.releasedAt(),
                value.epoch(),
                0,
                value.evidence(),
                value.country());
        return Fingerprint.of(Documents.write(steady));
    }

    private static BlacklistEntry with(BlacklistEntry entry, @Nullable Instant toldExpiry) {
        return new BlacklistEntry(
                entry.address(),
                entry.reasons(),
                entry.origin(),
                entry.comment(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.listedAt(),
                toldExpiry,
                entry.releasedAt(),
                entry.epoch(),
                entry.hits(),
                entry.evidence(),
                entry.country());
    }
}
