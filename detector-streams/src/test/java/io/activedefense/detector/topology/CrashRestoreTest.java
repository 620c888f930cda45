// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static io.activedefense.detector.Events.NOON;
import static io.activedefense.detector.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.rules.InternedContexts;
import io.activedefense.rules.RuleSet;
import io.activedefense.rules.SourceWindows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The topology against the rules fed in order: shuffled within the grace, killed and restored between any two events. */
class CrashRestoreTest {
    private static final String SETTINGS = """
            {"portScan": {"threshold": 2, "windowMinutes": 2}, "ipScan": {"threshold": 2, "windowMinutes": 3}}
            """;

    @Property(tries = 60)
    void theSameRulesFireWhateverTheOrderAndTheCrashes(@ForAll("steps") List<Step> steps, @ForAll Random random)
            throws Exception {
        var events = events(steps);
        var fired = new TreeSet<String>();
        try (var detector = new DetectorDriver(NOON)) {
            detector.settings(SETTINGS);
            for (FirewallEvent event : shuffledWithinTheGrace(events, random)) {
                if (random.nextInt(4) == 0) {
                    detector.crashAndRestore();
                    detector.settings(SETTINGS);
                }
                detector.events(event);
                detector.detections().forEach(detection -> fired.add(detection.source() + " " + detection.rule()));
            }
        }
        assertThat(fired).isEqualTo(inOrder(events));
    }

    record Step(int gap, String source, String host, int port) {}

    private static Set<String> inOrder(List<FirewallEvent> events) throws Exception {
        var rules = RuleSet.of(Json.STRICT.readValue(SETTINGS, DefenseSettings.class));
        var contexts = new InternedContexts();
        var windows = new HashMap<String, SourceWindows>();
        var fired = new TreeSet<String>();
        for (FirewallEvent event : events) {
            String source = event.source().toString();
            rules.judge(
                            event,
                            windows.computeIfAbsent(source, s -> new SourceWindows()),
                            contexts,
                            rule -> fired.contains(source + " " + rule),
                            false)
                    .forEach(firing -> fired.add(source + " " + firing.rule()));
        }
        return fired;
    }

    private static List<FirewallEvent> events(List<Step> steps) {
        var events = new ArrayList<FirewallEvent>();
        int second = 0;
        for (Step step : steps) {
            second += step.gap();
            events.add(traffic("PA-" + step.port() % 2, step.source(), step.host(), step.port(), second));
        }
        return events;
    }

    private static List<FirewallEvent> shuffledWithinTheGrace(List<FirewallEvent> events, Random random) {
        record Arriving(FirewallEvent event, long at) {}
        int grace = (int) RuleSet.GRACE.toSeconds();
        return events.stream()
                .map(event -> new Arriving(event, event.eventTimeMillis() + 1000L * random.nextInt(grace + 1)))
                .sorted(Comparator.comparingLong(Arriving::at))
                .map(Arriving::event)
                .toList();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 20, 59, 60, 119, 120, 180, 500),
                        Arbitraries.of("8.1.2.3", "8.1.2.4"),
                        Arbitraries.of("5.6.7.1", "5.6.7.2", "5.6.7.3"),
                        Arbitraries.of(22, 80, 443))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
