// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.run;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.DistinctCountSettings;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.RuleSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why a source is not on the list: how near each rule came to firing for it. */
public final class Approaches {
    private static final int ONE = 1;

    private Approaches() {}

    /**
     * Looks at one source.
     *
     * @param events of the source, in order of event time
     * @return one a rule, also of those that are off
     */
    public static List<Approach> of(DefenseSettings settings, List<FirewallEvent> events) {
        RuleSet rules = RuleSet.of(settings);
        return List.of(
                scan(
                        RuleSet.PORT_SCAN,
                        settings.portScan(),
                        rules,
                        events,
                        new Values(event -> event.destination().toString(), FirewallEvent::destinationPort)),
                scan(
                        RuleSet.IP_SCAN,
                        settings.ipScan(),
                        rules,
                        events,
                        new Values(event -> String.valueOf(event.destinationPort()), FirewallEvent::destination)),
                threat(settings, rules, events));
    }

    /**
     * What a rule counts.
     *
     * @param key what has to be the same
     * @param value what has to be distinct
     */
    private record Values(Function<FirewallEvent, String> key, Function<FirewallEvent, Object> value) {}

    private static Approach scan(
            String rule, DistinctCountSettings settings, RuleSet rules, List<FirewallEvent> events, Values values) {
        List<FirewallEvent> counted = counted(rule, rules, events);
        return new Approach(
                rule,
                settings.isOn() ? settings.mode() : RuleMode.OFF,
                counted.size(),
                settings.threshold() + ONE,
                settings.window().toMillis(),
                closest(counted, values, settings.window().toMillis()));
    }

    private static Approach threat(DefenseSettings settings, RuleSet rules, List<FirewallEvent> events) {
        List<FirewallEvent> counted = counted(RuleSet.VULNERABILITY, rules, events);
        return new Approach(
                RuleSet.VULNERABILITY,
                settings.vulnerability().isOn() ? settings.vulnerability().mode() : RuleMode.OFF,
                counted.size(),
                ONE,
                0,
                counted.isEmpty() ? null : single(counted.getFirst()));
    }

    private static Approach.Closest single(FirewallEvent event) {
        return new Approach.Closest(ONE, "", event.eventTimeMillis(), event.eventTimeMillis());
    }

    private static List<FirewallEvent> counted(String rule, RuleSet rules, List<FirewallEvent> events) {
        return events.stream().filter(event -> rules.concerns(event, rule)).toList();
    }

    private static Approach.@Nullable Closest closest(List<FirewallEvent> events, Values values, long windowMillis) {
        var windows = new LinkedHashMap<String, Window>();
        Approach.Closest closest = null;
        for (FirewallEvent event : events) {
            String key = values.key().apply(event);
            Window window = windows.computeIfAbsent(key, first -> new Window());
            window.add(event.eventTimeMillis(), values.value().apply(event), windowMillis);
            if (closest == null || window.distinct() > closest.distinct()) {
                closest = new Approach.Closest(window.distinct(), key, window.firstMillis(), event.eventTimeMillis());
            }
        }
        return closest;
    }

    /** The sightings of (t - M, t] for one key. */
    private static final class Window {
        private final Deque<Sighting> sightings = new ArrayDeque<>();
        private final Map<Object, Integer> times = new HashMap<>();

        private record Sighting(long atMillis, Object value) {}

        void add(long atMillis, Object value, long windowMillis) {
            sightings.addLast(new Sighting(atMillis, value));
            times.merge(value, 1, Integer::sum);
            while (sightings.getFirst().atMillis() <= atMillis - windowMillis) {
                times.computeIfPresent(sightings.removeFirst().value(), (left, count) -> count == 1 ? null : count - 1);
            }
        }

        int distinct() {
            return times.size();
        }

        long firstMillis() {
            return sightings.getFirst().atMillis();
        }
    }
}
