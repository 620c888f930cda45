// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.Crossing;
import io.activedefense.rules.Firing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The first trigger of each rule for each source. */
final class Findings {
    private final Map<IpAddress, Map<String, Crossing>> bySource = new HashMap<>();
    private final int ipv6Prefix;
    private final boolean withEvidence;
    private long observed;

    /**
     * @param ipv6Prefix how IPv6 sources are grouped
     * @param withEvidence whether anybody wants the evidence; it takes most of the room
     */
    Findings(int ipv6Prefix, boolean withEvidence) {
        this.ipv6Prefix = ipv6Prefix;
        this.withEvidence = withEvidence;
    }

    /** Whether the rule is known to have fired for the source by this event time. */
    boolean hasBy(long millis, IpAddress source, String rule) {
        var rules = bySource.get(source);
        Crossing known = rules == null ? null : rules.get(rule);
        return known != null && known.atMillis() <= millis;
    }

    /** Takes a firing, unless the rule is known to have fired for the source earlier. */
    void add(IpAddress source, Firing firing) {
        if (firing.mode() != RuleMode.ENFORCE) {
            observed++;
            return;
        }
        var crossing = withEvidence
                ? firing.crossing()
                : new Crossing(firing.crossing().atMillis(), List.of());
        bySource.computeIfAbsent(source, first -> new HashMap<>(4)).merge(firing.rule(), crossing, Findings::earlier);
    }

    List<Finding> inOrder() {
        return bySource.entrySet().stream()
                .flatMap(source -> source.getValue().entrySet().stream()
                        .map(rule -> finding(source.getKey(), rule.getKey(), rule.getValue())))
                .sorted()
                .toList();
    }

    Map<String, Long> countByRule() {
        return bySource.values().stream()
                .flatMap(rules -> rules.keySet().stream())
                .collect(Collectors.groupingBy(rule -> rule, TreeMap::new, Collectors.counting()));
    }

    int sources() {
        return bySource.size();
    }

    /** Firings that would list nobody. */
    long observed() {
        return observed;
    }

    private Finding finding(IpAddress source, String rule, Crossing crossing) {
        var group = source.isIpv4() ? Cidr.of(source) : Cidr.around(source, ipv6Prefix);
        return new Finding(group, rule, crossing.atMillis(), crossing.evidence());
    }

    private static Crossing earlier(Crossing one, Crossing other) {
        return other.atMillis() < one.atMillis() ? other : one;
    }
}
