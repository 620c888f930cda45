// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Burst.Span;
import io.activedefense.blacklist.entry.Bursts;
import io.activedefense.contracts.settings.GuardSettings;
import java.time.Clock;
import java.util.Optional;

/** The burst in its table. */
public final class PostgresBursts implements Bursts {
    private final Database database;
    private final SettingsInForce settings;
    private final Clock clock;

    PostgresBursts(Database database, SettingsInForce settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Ongoing> now() {
        return database.read(connection -> {
            GuardSettings guards = settings.on(connection).settings().guards();
            Span span = new BurstTable(connection).span();
            return span.beganAt() != null && span.lasts(guards, clock.instant())
                    ? Optional.of(new Ongoing(
                            span.beganAt(), guards.burstEntries(), guards.burstMinutes(), guards.burstHolds()))
                    : Optional.empty();
        });
    }
}
