// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.detector.clock.DeviceClocks;
import io.activedefense.rules.InternedContexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one task of the detector remembers, on the heap. What changed since it was last asked is known, so that
 * it can be written behind. Not thread-safe.
 */
public final class DetectorState {
    /** What a source was seen to take without its sightings, its places in the tables included. */
    private static final long BYTES_A_SOURCE = 160;

    private final SourceTable sources = new SourceTable();
    private final List<TrackedSource> changed = new ArrayList<>();
    private final DueTimes dueTimes = new DueTimes();
    private final DeviceClocks clocks = new DeviceClocks();
    private InternedContexts contexts = new InternedContexts();
    private int resetEpoch;
    private long sightingBytes;

    public @Nullable TrackedSource get(Cidr group) {
        return sources.get(group);
    }

    /** Puts the source in and takes note that it changed. */
    void put(TrackedSource source, Duration longestWindow) {
        if (!source.changed) {
            source.changed = true;
            changed.add(source);
            keep(source);
        }
        schedule(source, longestWindow);
    }

    private void keep(TrackedSource source) {
        TrackedSource before = sources.put(source);
        if (before != null && before != source) {
            sightingBytes -= before.weighedBytes;
        }
    }

    private void weigh(TrackedSource source) {
        int bytes = source.windows().sightings().bytes();
        sightingBytes += bytes - source.weighedBytes;
        source.weighedBytes = bytes;
    }

    void remove(TrackedSource source) {
        drop(source);
        changed.add(source);
    }

    private void drop(TrackedSource source) {
        sources.remove(source);
        sightingBytes -= source.weighedBytes;
        source.weighedBytes = 0;
    }

    /** Whether the source is still the one of its group. */
    boolean isCurrent(TrackedSource source) {
        return sources.like(source) == source;
    }

    /**
     * Gives out the groups that were put in or removed since this was last asked, with what is known of them now; one that
     * was removed and put in again perhaps twice.
     */
    public void takeChanged(BiConsumer<Cidr, @Nullable TrackedSource> taker) {
        for (TrackedSource before : changed) {
            TrackedSource source = sources.like(before);
            if (source != null) {
                source.changed = false;
            }
            taker.accept(before.group(), source);
        }
        changed.clear();
    }

    /** Puts a source back as it was written; absent: it had been removed. */
    public void restore(Cidr group, @Nullable TrackedSource source) {
        if (source != null) {
            keep(source);
            weigh(source);
            return;
        }
        TrackedSource before = sources.get(group);
        if (before != null) {
            drop(before);
        }
    }

    /**
     * Begins to keep in mind when which source is due. Not before: a standby is restored all the time, looks at none, and
     * would hold on to every value that a source ever had.
     */
    public void takeUp() {
        dueTimes.clear();
        sources.forEach(source -> {
            source.dueMinute = TrackedSource.NOT_DUE;
            // Without the rules at hand: looked at early, and then put where it belongs.
            schedule(source, Duration.ZERO);
        });
    }

    public int size() {
        return sources.size();
    }

    /** What it takes in memory, about. */
    public long estimatedBytes() {
        return sources.size() * BYTES_A_SOURCE + sightingBytes;
    }

    public DeviceClocks clocks() {
        return clocks;
    }

    public InternedContexts contexts() {
        return contexts;
    }

    /** Which reset the state is of. */
    public int resetEpoch() {
        return resetEpoch;
    }

    public void resetEpoch(int epoch) {
        resetEpoch = epoch;
    }

    @Nullable TrackedSource takeDue(long nowMillis) {
        return dueTimes.takeDue(nowMillis);
    }

    long nothingDueUpTo() {
        return dueTimes.clearUpTo();
    }

    void schedule(TrackedSource source, Duration longestWindow) {
        weigh(source);
        dueTimes.schedule(source, source.nextDueMillis(longestWindow));
    }

    /** Forgets every source; each counts as changed. */
    void forgetSources() {
        sources.forEach(changed::add);
        sources.clear();
        sightingBytes = 0;
        dueTimes.clear();
    }

    /** Forgets everything, as if it had never been. */
    public void clear() {
        sources.clear();
        sightingBytes = 0;
        changed.clear();
        dueTimes.clear();
        clocks.clear();
        contexts = new InternedContexts();
        resetEpoch = 0;
    }
}
