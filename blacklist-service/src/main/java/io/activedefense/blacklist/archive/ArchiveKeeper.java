// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.settings.SettingsStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the days that are over, and looks whether there is room for more. */
public final class ArchiveKeeper implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    /** Longer than Kafka and the bridge's oldest checkpoint can bring a line again. */
    private static final Duration FILES_KEPT = Duration.ofDays(90);

    private final Days days;
    private final Disk disk;
    private final Limits limits;
    private final SettingsStore settings;
    private final Clock clock;
    private volatile @Nullable State state;

    public ArchiveKeeper(Days days, Disk disk, Limits limits, SettingsStore settings, Clock clock) {
        this.days = days;
        this.disk = disk;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How the archive is.
     *
     * @param use what it holds
     * @param retentionDays how long records are kept
     * @param bytesPerDay what a day takes of late
     * @param freeBytes of its disk, where that is known
     * @param shortage why nothing more is filed; absent: there is room
     */
    public record State(
            ArchiveUse use, int retentionDays, long bytesPerDay, OptionalLong freeBytes, Optional<String> shortage) {
        /** What it will take when the oldest day is as old as it gets. */
        public long expectedBytes() {
            return Math.max(use.bytes(), bytesPerDay * retentionDays);
        }
    }

    @Override
    public Duration step() {
        Instant now = clock.instant();
        int kept = settings.current().settings().logRetentionDays();
        removeBefore(now.minus(Duration.ofDays(kept)));
        look(now, kept);
        days.forgetFilesBefore(now.minus(FILES_KEPT));
        return EVERY;
    }

    /** What was found last; absent before the database first answered. */
    public Optional<State> state() {
        return Optional.ofNullable(state);
    }

    /** Whether more may be filed. */
    public boolean hasRoom() {
        return state().flatMap(State::shortage).isEmpty();
    }

    private void removeBefore(Instant time) {
        LocalDate first = LocalDate.ofInstant(time, ZoneOffset.UTC);
        for (LocalDate day : days.use().bytesByDay().headMap(first).keySet()) {
            days.drop(day);
            LOG.info("A day of log records is over and was removed. day={}", day);
        }
    }

    private void look(Instant now, int kept) {
        ArchiveUse use = days.use();
        OptionalLong free = disk.freeBytes();
        Optional<String> shortage = limits.shortage(use.bytes(), free, !hasRoom());
        if (shortage.isPresent() && hasRoom()) {
            LOG.error("No more log records are filed, detection goes on: {}", shortage.get());
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        state = new State(use, kept, use.bytesPerDay(today), free, shortage);
    }
}
