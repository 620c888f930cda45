// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.bench.oracle.ExternalAddresses;
import io.activedefense.bench.oracle.RulesByDefinition;
import io.activedefense.bench.traffic.TrafficGenerator;
import io.activedefense.bench.traffic.TrafficPlan;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.settings.DefenseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two detectors on one broker, killed and started again at random points of the work, while two firewalls' events come in
 * any order that the grace allows: they find what the rules' definition finds, and tell nothing twice.
 */
class ChaosTest {
    /** So many events, an hour of event time; a kill comes with every slice of them. */
    private static final int EVENTS = Integer.getInteger("active-defense.chaos.events", 20_000);

    private static final int KILLS = Integer.getInteger("active-defense.chaos.kills", 3);

    private static final long SEED = Long.getLong("active-defense.chaos.seed", System.nanoTime());
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Duration SILENCE = DefenseSettings.DEFAULTS.portScan().window();
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(ChaosTest.class);

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(SEED);

    @Test
    void killedAtAnyPointTheyFindWhatTheRulesDefineAndTellItOnce() throws Exception {
        LOG.info("Chaos: seed={} events={} kills={}", SEED, EVENTS, KILLS);
        List<FirewallEvent> events = shuffledWithinTheGrace(events());
        try (var kafka = new ChaosKafka();
                var one = detector(kafka, "one");
                var other = detector(kafka, "other")) {
            kafka.settings(DefenseSettings.DEFAULTS);
            one.start();
            other.start();
            var detectors = List.of(one, other);
            for (int kill = 0; kill < KILLS; kill++) {
                int begin = (int) ((long) EVENTS * kill / KILLS);
                int end = (int) ((long) EVENTS * (kill + 1) / KILLS);
                kafka.send(events.subList(begin, end));
                awaitJudged(kafka, random.nextInt(begin, end), detectors);
                killAndStart(detectors);
            }
            awaitJudged(kafka, EVENTS, detectors);

            List<Detection> detections = kafka.detections();
            assertThat(toldAgainTooSoon(detections)).as("seed %d", SEED).isEmpty();
            Set<String> found = detections.stream()
                    .map(detection -> detection.source() + " " + detection.rule())
                    .collect(toCollection(TreeSet::new));
            assertThat(found).as("seed %d", SEED).isEqualTo(defined(events)).isNotEmpty();
        }
    }

    /** Nobody lists what is detected here, so that a rule may fire again, but not before its silence is over. */
    private static List<Detection> toldAgainTooSoon(List<Detection> detections) {
        var last = new HashMap<String, Instant>();
        return detections.stream()
                .sorted(Comparator.comparing(Detection::at))
                .filter(detection -> {
                    String what = detection.source() + " " + detection.rule() + " " + detection.disposition();
                    Instant before = last.put(what, detection.at());
                    return before != null && !detection.at().isAfter(before.plus(SILENCE));
                })
                .toList();
    }

    /** One of them, or both at the same moment. */
    private void killAndStart(List<KilledDetector> detectors) throws IOException, InterruptedException {
        int which = random.nextInt(5);
        List<KilledDetector> victims = which == 4 ? detectors : List.of(detectors.get(which % 2));
        for (KilledDetector victim : victims) {
            victim.kill();
        }
        for (KilledDetector victim : victims) {
            victim.start();
        }
    }

    private static void awaitJudged(ChaosKafka kafka, long events, List<KilledDetector> detectors) throws Exception {
        try {
            await("events judged").atMost(LONG).until(() -> kafka.judged() >= events);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "seed " + SEED + ": only " + kafka.judged() + " of " + events + " events were judged\n"
                            + detectors.getFirst().lastWords() + "\n"
                            + detectors.getLast().lastWords(),
                    e);
        }
    }

    private KilledDetector detector(ChaosKafka kafka, String instance) throws IOException {
        return new KilledDetector(kafka.bootstrapServers(), folder.resolve(instance), instance, ChaosKafka.PARTITIONS);
    }

    private static Set<String> defined(List<FirewallEvent> events) {
        return new RulesByDefinition(DefenseSettings.DEFAULTS, new ExternalAddresses(List.of()))
                .firings(events, GRACE).stream()
                        .map(firing -> firing.source() + " " + firing.rule())
                        .collect(toCollection(TreeSet::new));
    }

    private static List<FirewallEvent> events() {
        var plan = TrafficPlan.demo(SEED, Instant.parse("2026-03-01T12:00:00Z"), EVENTS / 3_600.0, ZoneOffset.UTC);
        var generator = new TrafficGenerator(plan);
        var writer = new FirewallEventWriter();
        var events = new ArrayList<FirewallEvent>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            events.add(generator.next().event(writer));
        }
        return events;
    }

    private List<FirewallEvent> shuffledWithinTheGrace(List<FirewallEvent> events) {
        record Arriving(FirewallEvent event, long at) {}
        return events.stream()
                .map(event -> new Arriving(event, event.eventTimeMillis() + random.nextLong(GRACE.toMillis() + 1)))
                .sorted(Comparator.comparingLong(Arriving::at))
                .map(Arriving::event)
                .toList();
    }
}
