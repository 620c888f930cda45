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
import org.jspecify.annotations.Nullable;

/** The first trigger of each rule for each source. */
final class Findings {
    private final Map<IpAddress, Map<String, Found>> bySource = new HashMap<>();
    private final int ipv6Prefix;
    private final boolean withEvidence;
    private long observed;

    /**
     * What is known of one source and rule.
     *
     * @param first the earliest crossing
     * @param listedAtMillis event time of the earliest crossing that was in no doubt; absent while there is none
     */
    private record Found(Crossing first, @Nullable Long listedAtMillis) {
        Found and(Found other) {
            return new Found(
                    other.first.atMillis() < first.atMillis() ? other.first : first,
                    earlier(listedAtMillis, other.listedAtMillis));
        }

        private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
            return one == null || (other != null && other < one) ? other : one;
        }
    }

    /**
     * @param ipv6Prefix how IPv6 sources are grouped
     * @param withEvidence whether anybody wants the evidence; it takes most of the room
     */
    Findings(int ipv6Prefix, boolean withEvidence) {
        this.ipv6Prefix = ipv6Prefix;
        this.withEvidence = withEvidence;
    }

    /** Whether the rule is known to have listed the source by this event time. */
    boolean hasListedBy(long millis, IpAddress source, String rule) {
        var rules = bySource.get(source);
        Found known = rules == null ? null : rules.get(rule);
        return known != null && known.listedAtMillis() != null && known.listedAtMillis() <= millis;
    }

    /** Takes a firing. */
    void add(IpAddress source, Firing firing) {
        if (firing.mode() != RuleMode.ENFORCE) {
            observed++;
            return;
        }
        Crossing crossing = firing.crossing();
        var kept = withEvidence ? crossing : new Crossing(crossing.atMillis(), List.of(), crossing.doubt());
        var found = new Found(kept, crossing.doubt() == null ? crossing.atMillis() : null);
        bySource.computeIfAbsent(source, first -> new HashMap<>(4)).merge(firing.rule(), found, Found::and);
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

    /** Sources that no rule would list, and an operator would have to decide on. */
    long heldSources() {
        return bySource.values().stream()
                .filter(rules -> rules.values().stream().allMatch(found -> found.listedAtMillis() == null))
                .count();
    }

    private Finding finding(IpAddress source, String rule, Found found) {
        var group = source.isIpv4() ? Cidr.of(source) : Cidr.around(source, ipv6Prefix);
        Crossing first = found.first();
        return new Finding(
                group, rule, first.atMillis(), first.evidence(), found.listedAtMillis() == null ? first.doubt() : null);
    }
}
