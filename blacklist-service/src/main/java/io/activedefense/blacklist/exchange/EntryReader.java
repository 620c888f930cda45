// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.exchange;

import io.activedefense.blacklist.exchange.Reading.Line;
import io.activedefense.blacklist.exchange.Reading.LineFault;
import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of entries, every line of it, so that all faults can be told at once. Plain: an address a line, and after a
 * space a comment; lines that are empty or begin with # are none. CSV: a heading that names at least {@code address}.
 */
public final class EntryReader {
    public static final int MOST_LINES = 10_000;

    private static final int LONGEST_COMMENT = 500;
    private static final int LONGEST_ECHO = 60;

    private final List<Line> entries = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();
    private final Map<Cidr, Integer> lines = new HashMap<>();

    private EntryReader() {}

    public static Reading plain(String text) {
        var reader = new EntryReader();
        List<String> all = text.lines().toList();
        for (int index = 0; index < all.size(); index++) {
            reader.plainLine(index + 1, all.get(index).strip());
        }
        return reader.reading();
    }

    public static Reading csv(String text) {
        var reader = new EntryReader();
        try {
            reader.table(Csv.read(text));
        } catch (IllegalArgumentException e) {
            reader.fault(1, "line", "the file", "comma-separated values: " + e.getMessage());
        }
        return reader.reading();
    }

    private Reading reading() {
        if (entries.size() > MOST_LINES) {
            fault(MOST_LINES + 1, "line", entries.size() + " entries", "at most " + MOST_LINES + " entries");
        }
        if (entries.isEmpty() && faults.isEmpty()) {
            fault(1, "line", "nothing", "at least one address or prefix");
        }
        return new Reading(entries, faults);
    }

    private void plainLine(int line, String text) {
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        String[] parts = text.split("\\s+", 2);
        entry(line, parts[0], parts.length > 1 ? parts[1] : "", "");
    }

    private void table(List<Csv.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> heading =
                rows.getFirst().fields().stream().map(String::strip).toList();
        if (isHeading(heading, rows.getFirst().line())) {
            rows.subList(1, rows.size()).forEach(row -> row(heading, row));
        }
    }

    private boolean isHeading(List<String> heading, int line) {
        if (!heading.contains("address")) {
            fault(line, "heading", String.join(",", heading), "one that names the column address");
            return false;
        }
        List<String> unknown = heading.stream()
                .filter(column -> !EntryFile.COLUMNS.contains(column))
                .toList();
        if (!unknown.isEmpty()) {
            fault(line, "heading", unknown.getFirst(), "one of " + String.join(", ", EntryFile.COLUMNS));
        }
        return unknown.isEmpty();
    }

    private void row(List<String> heading, Csv.Row row) {
        if (row.fields().size() != heading.size()) {
            fault(row.line(), "line", row.fields().size() + " fields", "as long as its heading: " + heading.size());
            return;
        }
        entry(row.line(), of("address", heading, row), of("comment", heading, row), of("expiresAt", heading, row));
    }

    private static String of(String column, List<String> heading, Csv.Row row) {
        int index = heading.indexOf(column);
        return index < 0 ? "" : Csv.unguarded(row.fields().get(index)).strip();
    }

    private void entry(int line, String address, String comment, String expiresAt) {
        if (comment.length() > LONGEST_COMMENT) {
            fault(line, "comment", comment.length() + " characters", "at most " + LONGEST_COMMENT + " characters");
            return;
        }
        Optional<Cidr> read = address(line, address);
        boolean timely = expiresAt.isEmpty() || time(expiresAt) != null;
        if (!timely) {
            fault(line, "expiresAt", expiresAt, "a time such as 2026-11-22T11:00:00Z, or nothing");
        }
        if (read.isPresent() && timely) {
            once(new Line(
                    line,
                    read.get(),
                    comment.isEmpty() ? null : comment,
                    expiresAt.isEmpty() ? null : time(expiresAt)));
        }
    }

    private Optional<Cidr> address(int line, String text) {
        try {
            return Optional.of(Cidr.parse(text));
        } catch (IllegalArgumentException e) {
            fault(line, "address", text, "an address or a prefix such as 198.51.100.0/24; " + e.getMessage());
            return Optional.empty();
        }
    }

    private void once(Line entry) {
        Integer before = lines.putIfAbsent(entry.address(), entry.line());
        if (before == null) {
            entries.add(entry);
        } else {
            fault(entry.line(), "address", entry.address().toString(), "given once: line " + before + " has it too");
        }
    }

    private void fault(int line, String field, String value, String accepted) {
        String echo = value.length() > LONGEST_ECHO ? value.substring(0, LONGEST_ECHO) + "\u2026" : value;
        faults.add(new LineFault(line, field, echo, accepted));
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
