// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import static java.util.stream.Collectors.toSet;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.status.Standing;
import io.activedefense.ingest.tail.FileProgress;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.logformat.LogFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The devices whose files the bridge follows. Before it is told for the first time what operators have decided, no line is
 * read: a device's time zone holds for its first line. For one thread, but for {@link #decided}.
 */
public final class Devices implements DeviceLines {
    private final Admission admission;
    private final DeviceFormats formats;
    private final Function<LogFile, Optional<Instant>> lastWritten;
    private final Clock clock;
    private final Map<LogFile, Growth> growths = new HashMap<>();
    private final Map<String, DeviceActivity> activities = new HashMap<>();
    private volatile @Nullable Decisions decisions;

    /**
     * @param everRead devices that lines were read of before
     * @param lastWritten when a file was written last, if that can be told
     */
    public Devices(
            Set<String> everRead,
            DeviceFormats formats,
            Function<LogFile, Optional<Instant>> lastWritten,
            Clock clock) {
        this.admission = new Admission(everRead);
        this.formats = formats;
        this.lastWritten = lastWritten;
        this.clock = clock;
    }

    /** What operators have decided by now, as a whole. Safe to tell from any thread. */
    public void decided(Decisions now) {
        decisions = now;
    }

    /** Whether it is known what operators have decided. Safe to ask from any thread. */
    public boolean areDecided() {
        return decisions != null;
    }

    @Override
    public boolean mayRead(LogFile file) {
        var known = decisions;
        return known != null && admission.standing(file.device(), known) == Standing.READ;
    }

    @Override
    public LogFormat formatOf(String device) {
        var known = decisions;
        return formats.of(device, known == null ? null : known.devices().get(device));
    }

    @Override
    public void read(LogFile file, FirewallEvent last) {
        Growth growth = growths.get(file);
        if (growth != null && growth.isFresh(last.line().offset())) {
            activity(file.device()).fresh(last);
        }
    }

    @Override
    public void refused(LogFile file, String reason, long offset, byte[] buffer, int from, int to) {
        activity(file.device()).refused().refused(reason, offset, buffer, from, to, clock.millis());
    }

    /** Takes in how far the files are; tells how they and their devices are, each log once. */
    public List<FileStatus> look(List<FileProgress> progress) {
        var known = decisions;
        if (known == null) {
            return List.of();
        }
        Instant now = clock.instant();
        var lagMillis = new HashMap<Path, Long>();
        for (FileProgress file : progress) {
            lagMillis.merge(file.file().path(), observe(file, now).lagMillis(), Math::max);
        }
        forgetAllBut(progress);
        return byLog(progress).values().stream()
                .map(file ->
                        status(file, known, lagMillis.getOrDefault(file.file().path(), 0L)))
                .toList();
    }

    private Growth observe(FileProgress progress, Instant now) {
        LogFile file = progress.file();
        var activity = activity(file.device());
        Growth growth = growths.get(file);
        if (growth == null) {
            growth = new Growth(progress);
            growths.put(file, growth);
            if (growth.observe(progress, now.toEpochMilli())) {
                activity.grew(lastWritten.apply(file).filter(now::isAfter).orElse(now));
            }
        } else if (growth.observe(progress, now.toEpochMilli())) {
            activity.grew(now);
        }
        return growth;
    }

    private DeviceActivity activity(String device) {
        return activities.computeIfAbsent(device, name -> new DeviceActivity());
    }

    private FileStatus status(FileProgress file, Decisions known, long lagMillis) {
        String device = file.file().device();
        var activity = activity(device);
        OptionalLong skew = activity.clock().seconds();
        return new FileStatus(
                file,
                admission.standing(device, known),
                lagMillis / 1000,
                activity.refused().all(),
                activity.grewAt(),
                skew.isPresent() ? skew.getAsLong() : null);
    }

    /** A log's newest file stands for it; what is left to read of those before is its lag too, what was read its lines. */
    private static Map<Path, FileProgress> byLog(List<FileProgress> progress) {
        var newest = new LinkedHashMap<Path, FileProgress>();
        progress.forEach(file -> newest.merge(file.file().path(), file, (older, newer) -> newer.behind(older)));
        return newest;
    }

    private void forgetAllBut(List<FileProgress> progress) {
        var files = progress.stream().map(FileProgress::file).collect(toSet());
        growths.keySet().retainAll(files);
        var devices = new HashSet<String>();
        files.forEach(file -> devices.add(file.device()));
        activities.keySet().retainAll(devices);
        formats.forgetAllBut(devices);
    }
}
