// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import static io.activedefense.rules.Events.NOON;
import static io.activedefense.rules.Events.trafficFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.CountedActions;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.DistinctCountSettings;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.window.Sightings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Rules 1 and 2 against their definition, over generated sequences of one source. */
class ExactCountTest {
    private static final String SOURCE = "8.1.2.3";

    @Property
    void inOrderTheFirstCrossingIsTheDefinitions(
            @ForAll("sequences") List<FirewallEvent> events, @ForAll("cases") Case c) {
        assertThat(inTheEnd(firstCrossings(sorted(events), c))).isEqualTo(definition(events, c));
    }

    @Property
    void outOfOrderTheSameRulesFireAndNoEarlierThanTheDefinition(
            @ForAll("sequences") List<FirewallEvent> events, @ForAll("cases") Case c, @ForAll Random random) {
        var shuffled = shuffledWithinTheGrace(events, random);
        Map<String, Long> fired = inTheEnd(firstCrossings(shuffled, c));
        Map<String, Long> defined = definition(events, c);
        assertThat(fired.keySet()).isEqualTo(defined.keySet());
        fired.forEach((rule, at) -> assertThat(at).isGreaterThanOrEqualTo(defined.get(rule)));
    }

    /** So few ports and gaps that the same pair lies thrice around a window's edges again and again. */
    @Property
    void fewPortsAroundTheEdgesInAnyOrder(
            @ForAll("tightSequences") List<FirewallEvent> events,
            @ForAll @IntRange(min = 1, max = 2) int threshold,
            @ForAll Random random) {
        var c = new Case(threshold, 1, 4, 1, CountedActions.ALL);
        var shuffled = shuffledWithinTheGrace(events, random);
        assertThat(inTheEnd(firstCrossings(shuffled, c)).keySet())
                .isEqualTo(definition(events, c).keySet());
    }

    @Property
    void repeatsOfAnyStretchChangeNothing(
            @ForAll("sequences") List<FirewallEvent> events, @ForAll("cases") Case c, @ForAll Random random) {
        var repeated = new ArrayList<>(sorted(events));
        int from = random.nextInt(repeated.size());
        repeated.addAll(from, List.copyOf(repeated.subList(random.nextInt(from + 1), from)));
        assertThat(inTheEnd(firstCrossings(repeated, c))).isEqualTo(definition(events, c));
    }

    @Property
    void whatIsForgottenBehindWindowAndGraceChangesNothing(
            @ForAll("sequences") List<FirewallEvent> events, @ForAll("cases") Case c, @ForAll Random random) {
        var windows = new SourceWindows();
        var shuffled = shuffledWithinTheGrace(events, random);
        var fired = new TreeMap<String, Long>();
        long newest = Long.MIN_VALUE;
        for (FirewallEvent event : shuffled) {
            newest = Math.max(newest, event.eventTimeMillis());
            judge(windows, event, c, fired);
            windows.sightings().forgetBefore(newest - RuleSet.GRACE.toMillis() - c.longestWindow() + 1);
        }
        assertThat(inTheEnd(fired).keySet()).isEqualTo(definition(events, c).keySet());
    }

    @Property
    void aPairIsHeldAFewTimesHoweverOftenItIsSeen(@ForAll("bursts") List<Integer> seconds, @ForAll Random random) {
        var sightings = new Sightings();
        long window = 60_000;
        var order = new ArrayList<>(seconds);
        java.util.Collections.shuffle(order, random);
        for (int second : order) {
            sightings.note(second * 1000L, 0, 1, 80, true, 0, 0, window);
        }
        long span = 1000L
                * (seconds.stream().mapToInt(i -> i).max().orElse(0)
                        - seconds.stream().mapToInt(i -> i).min().orElse(0));
        assertThat((long) sightings.size()).isLessThanOrEqualTo(2 * (span / window) + 2);
    }

    /** A rule set under test; windows in minutes. */
    record Case(int ports, int portMinutes, int hosts, int hostMinutes, CountedActions counted) {
        RuleSet rules() {
            return RuleSet.of(DefenseSettings.DEFAULTS.withRules(
                    new DistinctCountSettings(RuleMode.ENFORCE, ports, portMinutes, counted),
                    new DistinctCountSettings(RuleMode.ENFORCE, hosts, hostMinutes, CountedActions.ALL),
                    DefenseSettings.DEFAULTS.vulnerability()));
        }

        long longestWindow() {
            return 60_000L * Math.max(portMinutes, hostMinutes);
        }
    }

    private static Map<String, Long> firstCrossings(List<FirewallEvent> events, Case c) {
        var windows = new SourceWindows();
        var fired = new TreeMap<String, Long>();
        events.forEach(event -> judge(windows, event, c, fired));
        return fired;
    }

    private static void judge(SourceWindows windows, FirewallEvent event, Case c, Map<String, Long> fired) {
        for (Firing firing : c.rules().judge(event, windows, CONTEXTS, fired::containsKey, false)) {
            if (firing.disposition() == Disposition.LIST) {
                fired.put(firing.rule(), firing.crossing().atMillis());
            } else {
                fired.putIfAbsent(held(firing.rule()), firing.crossing().atMillis());
            }
            boolean ports = firing.rule().equals(RuleSet.PORT_SCAN);
            assertThat(firing.crossing().evidence()).hasSize((ports ? c.ports() : c.hosts()) + 1);
        }
    }

    private static final InternedContexts CONTEXTS = new InternedContexts();

    private static String held(String rule) {
        return rule + " held";
    }

    /** What fired, leaving out what was held on the way to being listed. */
    private static Map<String, Long> inTheEnd(Map<String, Long> fired) {
        var left = new TreeMap<>(fired);
        left.keySet().removeIf(rule -> fired.keySet().stream().anyMatch(other -> rule.equals(held(other))));
        return left;
    }

    private static Map<String, Long> definition(List<FirewallEvent> events, Case c) {
        var defined = new TreeMap<String, Long>();
        var counted = events.stream()
                .filter(event -> c.counted().counts(event.action()))
                .toList();
        define(
                defined,
                RuleSet.PORT_SCAN,
                counted,
                e -> e.destination(),
                e -> e.destinationPort(),
                c.ports(),
                c.portMinutes());
        define(
                defined,
                RuleSet.IP_SCAN,
                events,
                e -> e.destinationPort(),
                e -> e.destination(),
                c.hosts(),
                c.hostMinutes());
        return defined;
    }

    /** The first event time t with more than {@code threshold} distinct values of a key in (t - M, t], listing or else held. */
    private static void define(
            Map<String, Long> defined,
            String rule,
            List<FirewallEvent> events,
            Function<FirewallEvent, Object> key,
            Function<FirewallEvent, Object> value,
            int threshold,
            int minutes) {
        var crossings = events.stream()
                .filter(end -> distinct(window(events, end, key, minutes), value) > threshold)
                .toList();
        Predicate<FirewallEvent> answers = end -> areAnswers(window(events, end, key, minutes), value, threshold);
        earliest(crossings.stream().filter(answers.negate()))
                .ifPresentOrElse(
                        at -> defined.put(rule, at),
                        () -> earliest(crossings.stream()).ifPresent(at -> defined.put(held(rule), at)));
    }

    private static List<FirewallEvent> window(
            List<FirewallEvent> events, FirewallEvent end, Function<FirewallEvent, Object> key, int minutes) {
        return events.stream()
                .filter(e -> key.apply(e).equals(key.apply(end)))
                .filter(e -> e.eventTimeMillis() <= end.eventTimeMillis())
                .filter(e -> e.eventTimeMillis() > end.eventTimeMillis() - minutes * 60_000L)
                .toList();
    }

    private static long distinct(List<FirewallEvent> window, Function<FirewallEvent, Object> value) {
        return window.stream().map(value).distinct().count();
    }

    private static boolean areAnswers(
            List<FirewallEvent> window, Function<FirewallEvent, Object> value, int threshold) {
        int from = window.getFirst().sourcePort();
        return from > 0
                && from < 1_024
                && window.stream().allMatch(e -> e.sourcePort() == from && e.destinationPort() > 1_023)
                && distinct(window, value) <= 5L * threshold;
    }

    private static Optional<Long> earliest(Stream<FirewallEvent> ends) {
        return ends.map(FirewallEvent::eventTimeMillis).min(Comparator.naturalOrder());
    }

    private static List<FirewallEvent> sorted(List<FirewallEvent> events) {
        return events.stream()
                .sorted(Comparator.comparingLong(FirewallEvent::eventTimeMillis))
                .toList();
    }

    /** Each event comes up to the grace later than its time says, so none is late. */
    private static List<FirewallEvent> shuffledWithinTheGrace(List<FirewallEvent> events, Random random) {
        int grace = (int) RuleSet.GRACE.toSeconds();
        return events.stream()
                .collect(Collectors.toMap(
                        event -> event,
                        event -> event.eventTimeMillis() + 1000L * random.nextInt(grace + 1),
                        Math::max,
                        java.util.IdentityHashMap::new))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Provide
    Arbitrary<List<FirewallEvent>> sequences() {
        // Gaps that fall on and beside the windows' edges, and runs at one second.
        Arbitrary<Integer> gaps = Arbitraries.of(0, 0, 1, 5, 20, 30, 59, 60, 61, 119, 120, 121, 180, 700);
        Arbitrary<String> hosts = Arbitraries.of("5.5.5.1", "5.5.5.2", "5.5.5.3", "5.5.5.4", "2a00::5");
        Arbitrary<Integer> shortGaps = Arbitraries.of(0, 0, 1, 5, 20, 60);
        Arbitrary<String> fewHosts = Arbitraries.of("5.5.5.1", "5.5.5.2");
        Arbitrary<Integer> highPorts = Arbitraries.of(1_024, 2_000, 3_000, 4_000, 5_000, 6_000, 40_000, 65_535);
        Arbitrary<Integer> anyPorts = Arbitraries.of(0, 22, 80, 443, 1_023, 1_024, 65_535);
        Arbitrary<Action> actions = Arbitraries.of(Action.DROP, Action.ALLOW);
        // Whole sequences that look like answers, nearly so, and of anything.
        Arbitrary<Arbitrary<Step>> kinds = Arbitraries.of(
                steps(shortGaps, fewHosts, highPorts, actions, Arbitraries.just(53)),
                steps(
                        shortGaps,
                        fewHosts,
                        highPorts,
                        actions,
                        Arbitraries.frequency(Tuple.of(40, 53), Tuple.of(1, 80))),
                steps(gaps, hosts, anyPorts, actions, Arbitraries.of(0, 53, 80, 1_023, 1_024, 40_000)));
        return kinds.flatMap(kind -> kind.list().ofMinSize(1).ofMaxSize(60).map(ExactCountTest::events));
    }

    private static Arbitrary<Step> steps(
            Arbitrary<Integer> gaps,
            Arbitrary<String> hosts,
            Arbitrary<Integer> ports,
            Arbitrary<Action> actions,
            Arbitrary<Integer> senders) {
        return Combinators.combine(gaps, hosts, ports, actions, senders).as(Step::new);
    }

    @Provide
    Arbitrary<List<FirewallEvent>> tightSequences() {
        return Combinators.combine(Arbitraries.of(0, 10, 20, 29, 30, 31, 40, 59, 60), Arbitraries.of(22, 80, 443))
                .as((gap, port) -> new Step(gap, "5.5.5.1", port, Action.DROP, 40_000))
                .list()
                .ofMinSize(3)
                .ofMaxSize(14)
                .map(ExactCountTest::events);
    }

    record Step(int gap, String host, int port, Action action, int sender) {}

    private static List<FirewallEvent> events(List<Step> steps) {
        var events = new ArrayList<FirewallEvent>();
        int second = 0;
        for (Step step : steps) {
            second += step.gap();
            events.add(trafficFrom(step.sender(), SOURCE, step.host(), step.port(), second, step.action()));
        }
        assertThat(events.getFirst().eventTimeMillis()).isGreaterThanOrEqualTo(NOON);
        return events;
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(CountedActions.class))
                .as(Case::new);
    }

    @Provide
    Arbitrary<List<Integer>> bursts() {
        return Arbitraries.integers().between(0, 1_000).list().ofMinSize(1).ofMaxSize(400);
    }
}
