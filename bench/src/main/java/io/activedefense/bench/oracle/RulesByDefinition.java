// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.oracle;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.DistinctCountSettings;
import io.activedefense.contracts.settings.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The three rules over a whole list of events, by definition: for the time t of every event, the distinct values in
 * (t - M, t] are counted anew. Shares nothing with the module that the product judges by.
 */
public final class RulesByDefinition {
    public static final String PORT_SCAN = "port-scan";
    public static final String IP_SCAN = "ip-scan";
    public static final String VULNERABILITY = "vulnerability";

    private final DefenseSettings settings;
    private final Predicate<IpAddress> external;
    private final List<Cidr> ownNetworks;

    /** The rules with these settings; {@code external} tells which sources they judge. */
    public RulesByDefinition(DefenseSettings settings, Predicate<IpAddress> external) {
        this.settings = settings;
        this.external = external;
        ownNetworks = settings.ownNetworks().stream().map(Network::cidr).toList();
    }

    /** The first firing of every source and rule, over the events that are not late. */
    public SortedSet<Firing> firings(List<FirewallEvent> inOrderOfArrival, Duration grace) {
        List<FirewallEvent> judged = inTime(inOrderOfArrival, grace).stream()
                .filter(event -> external.test(event.source()))
                .toList();
        var firings = new TreeSet<Firing>();
        firings.addAll(distinctCount(
                judged,
                PORT_SCAN,
                settings.portScan(),
                RulesByDefinition::destination,
                event -> event.destinationPort()));
        firings.addAll(distinctCount(
                judged, IP_SCAN, settings.ipScan(), FirewallEvent::destinationPort, RulesByDefinition::destination));
        firings.addAll(vulnerability(judged));
        return firings;
    }

    /** Without the events that are older than their own device's newest so far by more than the grace. */
    private static List<FirewallEvent> inTime(List<FirewallEvent> events, Duration grace) {
        var newest = new HashMap<String, Long>();
        var inTime = new ArrayList<FirewallEvent>();
        for (FirewallEvent event : events) {
            long latest = newest.merge(event.text(EventText.DEVICE), event.eventTimeMillis(), Math::max);
            if (event.eventTimeMillis() >= latest - grace.toMillis()) {
                inTime.add(event);
            }
        }
        return inTime;
    }

    private List<Firing> distinctCount(
            List<FirewallEvent> events,
            String rule,
            DistinctCountSettings rules,
            Function<FirewallEvent, Object> key,
            Function<FirewallEvent, Object> value) {
        if (!rules.isOn()) {
            return List.of();
        }
        var groups = new HashMap<List<Object>, List<FirewallEvent>>();
        events.stream()
                .filter(event -> event.logType() == LogType.TRAFFIC
                        && rules.countedActions().counts(event.action())
                        && isOwn(event.destination()))
                .forEach(event -> groups.computeIfAbsent(
                                List.of(source(event), key.apply(event)), group -> new ArrayList<>())
                        .add(event));
        var firings = new ArrayList<Firing>();
        groups.values()
                .forEach(group -> firstCrossing(group, rules, value)
                        .ifPresent(at -> firings.add(new Firing(source(group.getFirst()), rule, at))));
        return earliest(firings);
    }

    private static Optional<Instant> firstCrossing(
            List<FirewallEvent> group, DistinctCountSettings rule, Function<FirewallEvent, Object> value) {
        long window = rule.window().toMillis();
        List<FirewallEvent> byTime = group.stream()
                .sorted(Comparator.comparingLong(FirewallEvent::eventTimeMillis))
                .toList();
        int first = 0;
        for (FirewallEvent event : byTime) {
            long at = event.eventTimeMillis();
            while (byTime.get(first).eventTimeMillis() <= at - window) {
                first++;
            }
            if (distinctUntil(at, byTime.subList(first, byTime.size()), value) > rule.threshold()) {
                return Optional.of(Instant.ofEpochMilli(at));
            }
        }
        return Optional.empty();
    }

    private static int distinctUntil(long at, List<FirewallEvent> byTime, Function<FirewallEvent, Object> value) {
        var values = new HashSet<>();
        for (FirewallEvent event : byTime) {
            if (event.eventTimeMillis() > at) {
                break;
            }
            values.add(value.apply(event));
        }
        return values.size();
    }

    private List<Firing> vulnerability(List<FirewallEvent> events) {
        var rule = settings.vulnerability();
        if (!rule.isOn()) {
            return List.of();
        }
        return earliest(events.stream()
                .filter(event -> event.logType() == LogType.THREAT
                        && !event.serverToClient()
                        && rule.subtypes().contains(event.subtypeText())
                        && event.severity().isAtLeast(rule.leastSeverity())
                        && rule.countedActions().counts(event.action()))
                .map(event -> new Firing(source(event), VULNERABILITY, Instant.ofEpochMilli(event.eventTimeMillis())))
                .toList());
    }

    private static List<Firing> earliest(List<Firing> firings) {
        Map<Cidr, Firing> first = new TreeMap<>();
        firings.forEach(firing ->
                first.merge(firing.source(), firing, (one, other) -> one.at().isAfter(other.at()) ? other : one));
        return List.copyOf(first.values());
    }

    private boolean isOwn(IpAddress destination) {
        return ownNetworks.isEmpty() || ownNetworks.stream().anyMatch(cidr -> cidr.contains(destination));
    }

    private Cidr source(FirewallEvent event) {
        IpAddress source = event.source();
        return source.isIpv4() ? Cidr.of(source) : Cidr.around(source, settings.ipv6SourcePrefix());
    }

    private static Object destination(FirewallEvent event) {
        return event.destination();
    }
}
