// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.run;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.Crossing;
import io.activedefense.rules.Firing;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first trigger of each rule for each source. */
public final class Findings {
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
     * Nothing yet.
     *
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

    /** All of them; what {@link Finding} compares by is their order. */
    public List<Finding> inOrder() {
        return bySource.entrySet().stream()
                .flatMap(source -> source.getValue().entrySet().stream()
                        .map(rule -> finding(source.getKey(), rule.getKey(), rule.getValue())))
                .sorted()
                .toList();
    }

    public Map<String, Long> countByRule() {
        return bySource.values().stream()
                .flatMap(rules -> rules.keySet().stream())
                .collect(Collectors.groupingBy(rule -> rule, TreeMap::new, Collectors.counting()));
    }

    public int sources() {
        return bySource.size();
    }

    /** Firings that would list nobody. */
    public long observed() {
        return observed;
    }

    /** Sources that no rule would list, and an operator would have to decide on. */
    public long heldSources() {
        return bySource.values().stream()
                .filter(rules -> rules.values().stream().allMatch(found -> found.listedAtMillis() == null))
                .count();
    }

    /** What would be on the list, with all that speaks against it. */
    public Stream<Listed> listed() {
        return bySource.entrySet().stream().flatMap(source -> listed(source.getKey(), source.getValue()).stream());
    }

    private Optional<Listed> listed(IpAddress source, Map<String, Found> rules) {
        var listing = new TreeMap<String, Long>();
        rules.forEach((rule, found) -> {
            if (found.listedAtMillis() != null) {
                listing.put(rule, found.listedAtMillis());
            }
        });
        return listing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Listed(groupOf(source), Collections.min(listing.values()), List.copyOf(listing.keySet())));
    }

    /** What is listed for a source: an IPv4 address, or the network that an IPv6 one stands for. */
    Cidr groupOf(IpAddress source) {
        return source.isIpv4() ? Cidr.of(source) : Cidr.around(source, ipv6Prefix);
    }

    private Finding finding(IpAddress source, String rule, Found found) {
        Crossing first = found.first();
        return new Finding(
                groupOf(source),
                rule,
                first.atMillis(),
                first.evidence(),
                found.listedAtMillis() == null ? first.doubt() : null);
    }
}
