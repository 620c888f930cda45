// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.archive.Archive;
import io.activedefense.blacklist.archive.Shelf;
import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.postgres.LineCopies.Line;
import io.activedefense.blacklist.postgres.RecordRows.Row;
import io.activedefense.contracts.event.FirewallEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files events as rows, with how far the topic was read, in one transaction. */
public final class PostgresArchive implements Archive {
    private final OwnTransactions transactions;
    private final SettingsInForce settings;
    private final Clock clock;
    private final WordTable words = new WordTable();
    private final RecordRows rows;
    private final LineMarks marks = new LineMarks();
    private final Set<LocalDate> open = new HashSet<>();

    PostgresArchive(OwnTransactions transactions, SettingsInForce settings, LineCountries countries, Clock clock) {
        this.transactions = transactions;
        this.rows = new RecordRows(words, countries);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<Integer, Long> positions(String topicId, Collection<Integer> partitions) {
        partitions.forEach(marks::forget);
        return transactions.in(connection -> new ArchivePositions(connection, topicId).of(partitions));
    }

    @Override
    public Set<Integer> file(String topicId, List<Stretch> stretches) {
        boolean whole = false;
        try {
            Shelf shelf = transactions.in(this::shelf);
            learnWords(stretches);
            openDays(stretches, shelf);
            Set<Integer> leftOut = transactions.in(connection -> file(connection, topicId, stretches, shelf));
            leftOut.forEach(marks::forget);
            whole = true;
            return leftOut;
        } finally {
            if (!whole) {
                forget();
            }
        }
    }

    private Shelf shelf(Connection connection) throws SQLException {
        int days = settings.on(connection).settings().logRetentionDays();
        return Shelf.at(clock.instant(), Duration.ofDays(days));
    }

    private void learnWords(List<Stretch> stretches) {
        var unknown = new HashSet<String>();
        stretches.forEach(stretch -> stretch.events().forEach(event -> rows.collectUnknown(event, unknown)));
        if (!unknown.isEmpty()) {
            transactions.in(connection -> {
                words.learn(connection, unknown);
                return unknown.size();
            });
        }
    }

    private void openDays(List<Stretch> stretches, Shelf shelf) {
        Set<LocalDate> closed = stretches.stream()
                .flatMap(stretch -> stretch.events().stream())
                .mapToLong(event ->
                        Math.floorDiv(shelf.placeOf(event), Duration.ofDays(1).toMillis()))
                .distinct()
                .mapToObj(LocalDate::ofEpochDay)
                .filter(day -> !open.contains(day))
                .collect(Collectors.toSet());
        if (!closed.isEmpty()) {
            transactions.in(connection -> {
                new DayPartitions(connection).open(closed);
                return closed.size();
            });
            open.addAll(closed);
        }
    }

    private Set<Integer> file(Connection connection, String topicId, List<Stretch> stretches, Shelf shelf)
            throws SQLException {
        var positions = new ArchivePositions(connection, topicId);
        var due = new ArrayList<Stretch>();
        var leftOut = new HashSet<Integer>();
        // In one order, so that two processes don't wait for each other.
        for (Stretch stretch : inOrder(stretches)) {
            if (positions.holdsAt(stretch)) {
                marks.load(connection, stretch.partition());
                due.add(stretch);
            } else {
                leftOut.add(stretch.partition());
            }
        }
        List<FirewallEvent> events = unfiled(due);
        if (!events.isEmpty()) {
            rows.write(connection, rowsOf(events, shelf, copies(connection, events, shelf)));
        }
        marks.write(connection, clock.instant());
        positions.moveBehind(due);
        return leftOut;
    }

    private List<FirewallEvent> unfiled(List<Stretch> stretches) {
        var events = new ArrayList<FirewallEvent>();
        for (Stretch stretch : stretches) {
            for (FirewallEvent event : stretch.events()) {
                if (marks.isNew(stretch.partition(), event.line())) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    private LineCopies copies(Connection connection, List<FirewallEvent> events, Shelf shelf) throws SQLException {
        var copies = new LineCopies();
        var lines = new ArrayList<Line>();
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (FirewallEvent event : events) {
            Line line = line(event);
            if (line != null) {
                lines.add(line);
                from = Math.min(from, shelf.placeOf(event));
                to = Math.max(to, shelf.placeOf(event));
            }
        }
        copies.load(connection, lines, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
        return copies;
    }

    private List<Row> rowsOf(List<FirewallEvent> events, Shelf shelf, LineCopies copies) {
        var all = new ArrayList<Row>(events.size());
        for (FirewallEvent event : events) {
            Line line = line(event);
            all.add(new Row(event, shelf.placeOf(event), line != null && !copies.isFirst(line)));
        }
        return all;
    }

    private @Nullable Line line(FirewallEvent event) {
        Long sequenceNumber = RecordRows.sequenceNumber(event);
        return Optional.ofNullable(sequenceNumber)
                .flatMap(number -> Optional.ofNullable(rows.serial(event)))
                .map(serial -> new Line(serial, java.util.Objects.requireNonNull(sequenceNumber), event.logType()))
                .orElse(null);
    }

    private static List<Stretch> inOrder(List<Stretch> stretches) {
        return stretches.stream()
                .sorted(Comparator.comparingInt(Stretch::partition))
                .toList();
    }

    /** What a failed transaction has taught may not be so. */
    private void forget() {
        words.forget();
        marks.forget();
        open.clear();
    }
}
