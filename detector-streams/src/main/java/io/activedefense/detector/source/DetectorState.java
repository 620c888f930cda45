// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.detector.clock.DeviceClocks;
import io.activedefense.rules.InternedContexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one task of the detector remembers, on the heap. What changed since it was last asked is known, so that
 * it can be written behind. Not thread-safe.
 */
public final class DetectorState {
    /** What a source with a few sightings was seen to take, its places in the tables included. */
    private static final long BYTES_A_SOURCE = 400;

    private final Map<Cidr, TrackedSource> sources = new HashMap<>();
    private final List<Cidr> changed = new ArrayList<>();
    private final DueTimes dueTimes = new DueTimes();
    private final DeviceClocks clocks = new DeviceClocks();
    private InternedContexts contexts = new InternedContexts();
    private int resetEpoch;

    public @Nullable TrackedSource get(Cidr group) {
        return sources.get(group);
    }

    /** Puts the source in and takes note that it changed. */
    void put(Cidr group, TrackedSource source, Duration longestWindow) {
        if (!source.changed) {
            source.changed = true;
            changed.add(group);
            sources.put(group, source);
        }
        dueTimes.schedule(group, source, source.nextDueMillis(longestWindow));
    }

    void remove(Cidr group) {
        sources.remove(group);
        changed.add(group);
    }

    /**
     * Gives out the groups that were put in or removed since this was last asked, with what is known of them now; one that
     * was removed and put in again perhaps twice.
     *
     * @return how many
     */
    public int takeChanged(BiConsumer<Cidr, @Nullable TrackedSource> taker) {
        int taken = changed.size();
        for (Cidr group : changed) {
            TrackedSource source = sources.get(group);
            if (source != null) {
                source.changed = false;
            }
            taker.accept(group, source);
        }
        changed.clear();
        return taken;
    }

    /** Puts a source back as it was written; absent: it had been removed. */
    public void restore(Cidr group, @Nullable TrackedSource source) {
        if (source == null) {
            sources.remove(group);
        } else {
            sources.put(group, source);
            // Without the rules at hand: looked at early, and then put where it belongs.
            dueTimes.schedule(group, source, source.nextDueMillis(Duration.ZERO));
        }
    }

    public int size() {
        return sources.size();
    }

    /** What it takes in memory, about. */
    public long estimatedBytes() {
        return sources.size() * BYTES_A_SOURCE;
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

    List<Cidr> takeDue(long nowMillis) {
        return dueTimes.takeDue(nowMillis);
    }

    long nothingDueUpTo() {
        return dueTimes.clearUpTo();
    }

    void schedule(Cidr group, TrackedSource source, Duration longestWindow) {
        dueTimes.schedule(group, source, source.nextDueMillis(longestWindow));
    }

    /** Forgets every source; each counts as changed. */
    void forgetSources() {
        changed.addAll(sources.keySet());
        sources.clear();
        dueTimes.clear();
    }

    /** Forgets everything, as if it had never been. */
    public void clear() {
        sources.clear();
        changed.clear();
        dueTimes.clear();
        clocks.clear();
        contexts = new InternedContexts();
        resetEpoch = 0;
    }
}
