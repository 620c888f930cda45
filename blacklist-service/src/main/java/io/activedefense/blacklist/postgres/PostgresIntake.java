// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Burst;
import io.activedefense.blacklist.entry.Burst.Span;
import io.activedefense.blacklist.entry.Delivered;
import io.activedefense.blacklist.entry.EntryLife;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.blacklist.entry.RecordedDetection;
import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.blacklist.entry.Terms;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Sighting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Detections and sightings become rows, a batch a transaction. */
public final class PostgresIntake implements Intake {
    static final String DETECTOR = "detector";

    private final Database database;
    private final SettingsInForce settings;
    private final Clock clock;

    PostgresIntake(Database database, SettingsInForce settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void detections(List<Delivered<Detection>> batch) {
        database.write(connection -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Terms terms = settings.terms(connection, now);
            var ledger = new Ledger(connection, terms.blockWindow(), now);
            ledger.load(
                    batch.stream().map(each -> each.value().source()).distinct().toList());
            var bursts = new BurstTable(connection);
            Span before = bursts.span();
            Burst burst = bursts.burst(settings.on(connection).settings().guards(), before, now);
            List<RecordedDetection> recorded = weigh(batch, ledger, new EntryLife(terms, now), burst, now);
            new DetectionTable(connection).record(recorded);
            Optional<Span> changed = burst.changed(before);
            if (changed.isPresent()) {
                bursts.write(changed.get());
            }
            ledger.write(DETECTOR);
            ask(recorded, new ReviewTable(connection, terms.blockWindow(), now));
            return batch.size();
        });
    }

    @Override
    public void sightings(List<Delivered<Sighting>> batch) {
        database.write(connection -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Terms terms = settings.terms(connection, now);
            var ledger = new Ledger(connection, terms.blockWindow(), now);
            see(batch, ledger, new EntryLife(terms, now), connection);
            ledger.write(DETECTOR);
            return batch.size();
        });
    }

    private static List<RecordedDetection> weigh(
            List<Delivered<Detection>> batch, Ledger ledger, EntryLife life, Burst burst, Instant now) {
        var recorded = new ArrayList<RecordedDetection>();
        for (Delivered<Detection> each : batch) {
            Detection told = each.value();
            var entry = ledger.entry(told.source());
            Detection detection = burst.judge(entry, told, life.resultOf(entry, told));
            recorded.add(new RecordedDetection(detection, life.resultOf(entry, detection), now));
            ledger.take(life.detected(entry, detection), DETECTOR, detection.rule());
        }
        return recorded;
    }

    /** What is held waits for an operator's word; what was listed by now needs none. */
    private static void ask(List<RecordedDetection> recorded, ReviewTable review) throws SQLException {
        List<Detection> held = recorded.stream()
                .filter(each -> each.detection().disposition() == Disposition.HOLD)
                .filter(each -> each.result() == Result.HELD || each.result() == Result.EXPIRED)
                .map(RecordedDetection::detection)
                .toList();
        if (!held.isEmpty()) {
            review.hold(held);
        }
        if (review.any()) {
            review.overtaken(recorded.stream()
                    .filter(each -> each.result() == Result.LISTED)
                    .map(RecordedDetection::detection)
                    .toList());
        }
    }

    /** A sighting renews the source's own entry and the listed prefixes around it. */
    private static void see(List<Delivered<Sighting>> batch, Ledger ledger, EntryLife life, Connection connection)
            throws SQLException {
        var wide = WideEntries.of(new EntryTable(connection).wide());
        var addresses = new LinkedHashSet<Cidr>();
        for (Delivered<Sighting> each : batch) {
            addresses.add(each.value().source());
            addresses.addAll(wide.around(each.value().source()));
        }
        ledger.load(addresses);
        var counted = new CountedOffsets(connection);
        for (Delivered<Sighting> each : batch) {
            see(each.value(), counted.isNew(each) ? each.value().count() : 0, ledger, life, wide);
        }
        counted.write();
    }

    private static void see(Sighting sighting, long hits, Ledger ledger, EntryLife life, WideEntries wide) {
        ledger.take(life.sighted(ledger.entry(sighting.source()), sighting, hits), DETECTOR, null);
        for (Cidr around : wide.around(sighting.source())) {
            if (ledger.entry(around).isListed()) {
                ledger.take(life.sighted(ledger.entry(around), sighting, hits), DETECTOR, null);
            }
        }
    }
}
