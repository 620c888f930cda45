// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.address.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers of a public resolver that came after the firewall had forgotten the question: each goes to another port of
 * one of our addresses, as a port scan does, but never more than 9 in 10 minutes.
 */
final class LateDnsAnswers implements Activity {
    private static final Duration PACE = Duration.ofSeconds(70);
    private static final IpAddress OUTBOUND_ADDRESS = IpAddress.parse("203.0.113.3");
    private static final int DNS = 53;

    private final Firewall firewall;
    private final IpAddress resolver;
    private Instant nextAt;
    private int answered;

    LateDnsAnswers(Firewall firewall, IpAddress resolver, Instant startAt) {
        this.firewall = firewall;
        this.resolver = resolver;
        nextAt = startAt;
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.of(nextAt);
    }

    @Override
    public FirewallLine next() {
        Instant at = nextAt;
        nextAt = at.plus(PACE);
        int port = 20_000 + answered++ % 40_000;
        return FirewallLine.traffic(at, firewall, Flow.of(resolver, DNS, OUTBOUND_ADDRESS, port), Policy.INTERZONE);
    }
}
