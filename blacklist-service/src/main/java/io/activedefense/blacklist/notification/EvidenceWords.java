// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.device.Words;
import io.activedefense.contracts.detection.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Evidence in a line: what was touched, in which time, on which firewall. */
public final class EvidenceWords {
    private static final int MOST_NAMED = 5;

    private final List<Evidence> evidence;

    private EvidenceWords(List<Evidence> evidence) {
        this.evidence = evidence;
    }

    /** Absent: there is none. */
    public static Optional<String> of(List<Evidence> evidence) {
        return evidence.isEmpty() ? Optional.empty() : Optional.of(new EvidenceWords(evidence).sentence());
    }

    private String sentence() {
        return touched() + within() + ", seen by " + named(distinct(Evidence::device)) + ", "
                + named(distinct(Evidence::action));
    }

    private String touched() {
        Set<String> threats = distinct(each -> each.threat() == null ? "" : each.threat());
        threats.remove("");
        Set<Integer> ports = distinct(Evidence::port);
        Set<String> destinations = distinct(Evidence::destination);
        if (!threats.isEmpty()) {
            return named(threats) + " at " + named(destinations);
        }
        if (destinations.size() == 1) {
            return ports.size() + (ports.size() == 1 ? " port (" : " ports (") + named(ports) + ") of "
                    + named(destinations);
        }
        return destinations.size() + " destinations (" + named(destinations) + ") on port " + named(ports);
    }

    private String within() {
        Instant first =
                evidence.stream().map(Evidence::at).min(Instant::compareTo).orElseThrow();
        Instant last =
                evidence.stream().map(Evidence::at).max(Instant::compareTo).orElseThrow();
        return evidence.size() == 1 ? "" : " within " + Words.of(Duration.between(first, last));
    }

    private <T> Set<T> distinct(Function<Evidence, T> part) {
        return evidence.stream().map(part).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String named(Collection<?> values) {
        String first = values.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return values.size() > MOST_NAMED ? first + ", \u2026" : first;
    }
}
