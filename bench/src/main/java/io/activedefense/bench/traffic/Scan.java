// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.address.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A source that tries one target after another, at a steady pace, seen by one firewall or several in turn. */
final class Scan implements Activity {
    private static final int FIRST_EPHEMERAL_PORT = 40_000;

    private final List<Firewall> firewalls;
    private final IntFunction<IpAddress> sources;
    private final Targets targets;
    private final Instant startAt;
    private final Duration pace;
    private int tried;

    Scan(List<Firewall> firewalls, IntFunction<IpAddress> sources, Targets targets, Instant startAt, Duration pace) {
        this.firewalls = List.copyOf(firewalls);
        this.sources = sources;
        this.targets = targets;
        this.startAt = startAt;
        this.pace = pace;
    }

    @Override
    public Optional<Instant> nextAt() {
        return tried == targets.count() ? Optional.empty() : Optional.of(at(tried));
    }

    @Override
    public FirewallLine next() {
        int number = tried++;
        var flow = Flow.of(
                sources.apply(number),
                FIRST_EPHEMERAL_PORT + number % 20_000,
                targets.address(number),
                targets.port(number));
        Firewall firewall = firewalls.get(number % firewalls.size());
        return FirewallLine.traffic(at(number), firewall, flow, number % 3 == 0 ? Policy.CLEAN_UP : Policy.INTERZONE);
    }

    /** When it tries its target with this number, from 0. */
    Instant at(int number) {
        return startAt.plus(pace.multipliedBy(number));
    }
}
