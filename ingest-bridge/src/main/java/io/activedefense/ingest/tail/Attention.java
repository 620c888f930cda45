// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FilePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which files to look at: those that had lines a moment ago, those that are hinted to have changed, and now and then all.
 * As long as hints tell of every change, all are looked at seldom; once a change was found that no hint told of, often.
 */
final class Attention implements AutoCloseable {
    /** A file that was at rest for so long is asleep. */
    private static final Duration AWAKE = Duration.ofSeconds(1);

    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_SWEEPS_WITHOUT_HINTS = Duration.ofMillis(50);

    private final ChangeHints hints;
    private final TailListener listener;
    private final LongSupplier ticker;
    private final Map<Path, Map<Path, FilePlace>> namesByFolder = new HashMap<>();
    private final Map<FilePlace, Tailer> known = new LinkedHashMap<>();
    private final Map<Tailer, Long> awakeSince = new LinkedHashMap<>();
    private final Set<Tailer> notHinted = new HashSet<>();
    private final Set<Path> hinted = new HashSet<>();
    private Interval sweep;
    private boolean trusting = true;
    private boolean sweeping;

    /**
     * @param ticker nanoseconds that only go forward
     */
    Attention(ChangeHints hints, TailListener listener, LongSupplier ticker) {
        this.hints = hints;
        this.listener = listener;
        this.ticker = ticker;
        this.sweep = new Interval(BETWEEN_SWEEPS, ticker);
    }

    /** The folder was listed: its files have these names, and may be others than before. */
    void listed(Path real, List<FoundFile> found) {
        var names = new HashMap<Path, FilePlace>();
        found.forEach(file -> names.put(file.real(), file.key()));
        namesByFolder.put(real, names);
        try {
            if (trusting && !hints.watch(real)) {
                distrust();
            }
        } catch (IOException e) {
            distrust();
        }
    }

    /** These are followed; what is new among them is awake. */
    void follow(Collection<Tailer> followed) {
        var before = new HashSet<>(known.values());
        known.clear();
        followed.forEach(tailer -> known.put(tailer.place(), tailer));
        awakeSince.keySet().retainAll(followed);
        notHinted.retainAll(followed);
        followed.stream().filter(tailer -> !before.contains(tailer)).forEach(this::wake);
    }

    /** Takes in what was hinted since. */
    private void listen() {
        if (!hints.drainTo(hinted)) {
            known.values().forEach(this::hinted);
        }
        for (Path path : hinted) {
            Tailer tailer = known.get(
                    namesByFolder.getOrDefault(path.getParent(), Map.of()).get(path));
            if (tailer != null) {
                hinted(tailer);
            }
        }
        hinted.clear();
    }

    private void hinted(Tailer tailer) {
        notHinted.remove(tailer);
        wake(tailer);
    }

    private void wake(Tailer tailer) {
        awakeSince.put(tailer, ticker.getAsLong());
    }

    /** Whom to step in this round. */
    List<Tailer> next() {
        listen();
        sweeping = sweep.isDue();
        if (!sweeping) {
            return List.copyOf(awakeSince.keySet());
        }
        if (trusting && !notHinted.isEmpty()) {
            listener.hintsMissed();
            distrust();
        }
        return List.copyOf(known.values());
    }

    /** What was found in a sweep, and no hint told of it until the next. */
    private void distrust() {
        trusting = false;
        notHinted.clear();
        sweep = new Interval(BETWEEN_SWEEPS_WITHOUT_HINTS, ticker);
    }

    /** Whether this round is one for all. */
    boolean sweeping() {
        return sweeping;
    }

    void stepped(Tailer tailer, int work) {
        Long since = awakeSince.get(tailer);
        if (work > 0 || !tailer.isAtRest()) {
            boolean grew = work > 0 || tailer.awaitsCheckpoint(); // which is before the first bytes of a file are read
            if (trusting && grew && since == null) {
                notHinted.add(tailer);
            }
            wake(tailer);
        } else if (since != null && ticker.getAsLong() - since > AWAKE.toNanos()) {
            awakeSince.remove(tailer);
        }
    }

    @Override
    public void close() throws IOException {
        hints.close();
    }
}
