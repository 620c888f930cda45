// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.testing.Told;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Kafka may repeat records, and detections and sightings come from topics that know nothing of each other. */
class EntryLifePropertyTest {
    private static final String SOURCE = "8.8.4.4";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(30);

    private final EntryLife life = new EntryLife(new Terms(WINDOW, address -> Optional.empty()), NOW);

    @Property
    void anyOrderAndAnyRepetitionEndInTheSameEntry(@ForAll("tellings") List<Object> tellings, @ForAll Random random) {
        var shuffled = new ArrayList<>(tellings);
        shuffled.addAll(tellings);
        Collections.shuffle(shuffled, random);

        assertThat(applied(shuffled)).isEqualTo(applied(tellings));
    }

    @Property
    void itIsListedIfAndOnlyIfADetectionGroundsItWithinTheWindow(@ForAll("tellings") List<Object> tellings) {
        boolean grounded =
                tellings.stream().anyMatch(told -> told instanceof Detection d && d.disposition() == Disposition.LIST);
        Instant latest = tellings.stream()
                .filter(told -> !(told instanceof Detection d) || d.disposition() == Disposition.LIST)
                .map(told -> told instanceof Detection d ? d.lastSeen() : ((Sighting) told).lastSeen())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        boolean inTime = latest.isAfter(NOW.minus(WINDOW));

        assertThat(applied(tellings).isListed()).isEqualTo(grounded && inTime);
    }

    @Provide
    Arbitrary<List<Object>> tellings() {
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 60 * 24).map(hours -> NOW.minus(Duration.ofHours(hours)));
        Arbitrary<Object> detections = Combinators.combine(
                        Arbitraries.of("port-scan", "ip-scan", "vulnerability"),
                        times,
                        Arbitraries.of(Disposition.class),
                        Arbitraries.of("RU", "US").injectNull(0.3))
                .as((rule, at, disposition, country) ->
                        Told.located(country, Told.detection(SOURCE, rule, 0, at, disposition)));
        Arbitrary<Object> sightings = times.map(at -> Told.sighting(SOURCE, at));
        return Arbitraries.oneOf(detections, sightings).list().ofMaxSize(12);
    }

    private Entry applied(List<Object> tellings) {
        Entry entry = Entry.unknown(Cidr.parse(SOURCE));
        for (Object told : tellings) {
            entry = told instanceof Detection detection
                    ? life.detected(entry, detection).after()
                    : life.sighted(entry, (Sighting) told, 0).after();
        }
        return entry;
    }
}
