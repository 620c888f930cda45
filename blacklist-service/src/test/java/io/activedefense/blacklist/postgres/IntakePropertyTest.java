// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.blacklist.testing.Told;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What Postgres ends in, against a model that looks at all records at once. */
class IntakePropertyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WINDOW = DefenseSettings.DEFAULTS.blockWindow();

    private static TestDatabase database = new TestDatabase();
    private static Persistence persistence = database.persistence(DefenseSettings.DEFAULTS, new SettableClock(NOW));

    @BeforeContainer
    static void migrate() {
        persistence.prepare();
    }

    @AfterContainer
    static void drop() {
        database.close();
    }

    @Property(tries = 40)
    void everyRecordTwiceAndInAnyOrderEndsAsTheModelSays(
            @ForAll("tellings") List<Object> tellings, @ForAll Random random) {
        database.clear();
        var delivered = new ArrayList<>(tellings);
        delivered.addAll(tellings);
        Collections.shuffle(delivered, random);

        deliver(delivered, random);

        assertThat(listed()).isEqualTo(model(tellings));
    }

    @Provide
    Arbitrary<List<Object>> tellings() {
        Arbitrary<String> sources = Arbitraries.of("8.8.4.4", "9.9.9.9", "2a00:1450:4001::/64");
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 24 * 60).map(hours -> NOW.minus(Duration.ofHours(hours)));
        Arbitrary<Object> detections = Combinators.combine(sources, Arbitraries.of("port-scan", "ip-scan"), times)
                .as(Told::detection);
        Arbitrary<Object> sightings = Combinators.combine(sources, times).as(Told::sighting);
        return Arbitraries.oneOf(detections, sightings).list().ofMaxSize(15);
    }

    /** In batches of random size; a batch holds what one topic delivers. */
    private static void deliver(List<Object> told, Random random) {
        long offset = 0;
        for (int from = 0; from < told.size(); ) {
            int to = Math.min(told.size(), from + 1 + random.nextInt(5));
            List<Object> batch = told.subList(from, to);
            long first = offset;
            var detections = batch.stream()
                    .filter(Detection.class::isInstance)
                    .map(Detection.class::cast)
                    .toList();
            var sightings = batch.stream()
                    .filter(Sighting.class::isInstance)
                    .map(Sighting.class::cast)
                    .toList();
            persistence
                    .intake()
                    .detections(detections.stream()
                            .map(each -> Told.at(first, each))
                            .toList());
            persistence
                    .intake()
                    .sightings(
                            sightings.stream().map(each -> Told.at(first, each)).toList());
            offset += batch.size();
            from = to;
        }
    }

    private static Map<Cidr, Said> listed() {
        var all = new TreeMap<Cidr, Said>();
        for (BlacklistEntry entry :
                persistence.blacklist().search(EntryQuery.listed(100)).entries()) {
            all.put(entry.address(), new Said(new TreeSet<>(entry.reasons()), entry.firstSeen(), entry.lastSeen()));
        }
        return all;
    }

    /** What an entry says in the model. */
    private record Said(TreeSet<String> reasons, Instant firstSeen, Instant lastSeen) {}

    private static Map<Cidr, Said> model(List<Object> tellings) {
        var all = new TreeMap<Cidr, Said>();
        for (Object told : tellings) {
            if (told instanceof Detection detection) {
                all.computeIfAbsent(detection.source(), source -> new Said(new TreeSet<>(), Instant.MAX, Instant.MIN));
                all.computeIfPresent(detection.source(), (source, said) -> {
                    said.reasons().add(detection.rule());
                    return new Said(
                            said.reasons(),
                            Collections.min(List.of(said.firstSeen(), detection.at())),
                            Collections.max(List.of(said.lastSeen(), detection.lastSeen())));
                });
            }
        }
        for (Object told : tellings) {
            if (told instanceof Sighting sighting) {
                all.computeIfPresent(
                        sighting.source(),
                        (source, said) -> new Said(
                                said.reasons(),
                                said.firstSeen(),
                                Collections.max(List.of(said.lastSeen(), sighting.lastSeen()))));
            }
        }
        all.values().removeIf(said -> !said.lastSeen().plus(WINDOW).isAfter(NOW));
        return all;
    }
}
