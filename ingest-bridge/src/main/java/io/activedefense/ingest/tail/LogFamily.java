// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FilePlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A log and what rotation made of its predecessors, as a folder holds them just now. */
final class LogFamily {
    private record Rotated(FoundFile file, @Nullable RotatedName name) {}

    /** A name that tells no age belongs to a file that we know from before, so it is the oldest. */
    private static final Comparator<Rotated> OLDEST_FIRST =
            Comparator.comparing(Rotated::name, Comparator.nullsFirst(RotatedName.AGE));

    private final Path log;
    private final List<Rotated> rotated = new ArrayList<>();
    private final List<FoundFile> compressed = new ArrayList<>();
    private @Nullable FoundFile live;

    private LogFamily(Path log) {
        this.log = log;
    }

    /**
     * @param logs whose family is asked for even if the folder holds none of it
     * @param knownLog which log a file was, by what is remembered of it; whatever it is called now
     */
    static Collection<LogFamily> in(
            List<FoundFile> found, Set<Path> logs, Function<FilePlace, Optional<Path>> knownLog) {
        var families = new LinkedHashMap<Path, LogFamily>();
        logs.forEach(log -> of(log, families));
        Set<FilePlace> live = new HashSet<>();
        for (FoundFile file : found) {
            if (file.isLog() && live.add(file.key())) {
                of(file.path(), families).live = file;
            }
        }
        for (FoundFile file : found) {
            if (!file.isLog() && !live.contains(file.key())) {
                addRotated(file, knownLog, families);
            }
        }
        families.values().forEach(family -> family.rotated.sort(OLDEST_FIRST));
        return families.values();
    }

    private static void addRotated(
            FoundFile file, Function<FilePlace, Optional<Path>> knownLog, Map<Path, LogFamily> families) {
        var name = RotatedName.of(file.path());
        if (name.isEmpty()) {
            knownLog.apply(file.key())
                    .ifPresent(log -> of(log, families).rotated.add(new Rotated(file, null)));
        } else if (name.get().compressed()) {
            of(name.get().log(), families).compressed.add(file);
        } else {
            of(name.get().log(), families).rotated.add(new Rotated(file, name.get()));
        }
    }

    private static LogFamily of(Path log, Map<Path, LogFamily> families) {
        return families.computeIfAbsent(log, LogFamily::new);
    }

    Path log() {
        return log;
    }

    /** What has the log's name now. */
    Optional<FoundFile> live() {
        return Optional.ofNullable(live);
    }

    /** Readable predecessors, the oldest first. */
    List<FoundFile> rotated() {
        return rotated.stream().map(Rotated::file).toList();
    }

    /** Whether the name alone says that it was the log. */
    boolean isNamedAsRotated(FoundFile file) {
        return rotated.stream().anyMatch(candidate -> candidate.file.equals(file) && candidate.name != null);
    }

    List<FoundFile> compressed() {
        return List.copyOf(compressed);
    }
}
