// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.bench.oracle.Firing;
import io.activedefense.bench.oracle.RulesByDefinition;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Attacks of every kind in turn, and what the rules must make of each under the default settings: more than 10
 * different targets within 10 minutes, or one critical vulnerability event.
 */
final class Attacks {
    private static final int THRESHOLD = 10;
    private static final int SLOWEST_THAT_FIRES = 55;
    private static final int FASTEST_THAT_DOES_NOT = 65;
    private static final IpAddress FIRST_HOST = IpAddress.parse("203.0.113.1");
    private static final IpAddress FIRST_IPV6_HOST = IpAddress.parse("2001:db8:ad::1");
    private static final int[] SWEPT_PORTS = {22, 23, 445, 1433, 3389, 5060, 5900, 6379, 8080, 8443};

    private final List<Firewall> firewalls;
    private final SplittableRandom random;
    private final SourceAddresses sources = SourceAddresses.ofAttackers();
    private int started;

    /** An attack, and the firing that it must lead to, if any. */
    record Attack(Activity activity, Optional<Firing> planted) {}

    Attacks(List<Firewall> firewalls, SplittableRandom random) {
        this.firewalls = List.copyOf(firewalls);
        this.random = random;
    }

    /** The next attack. The first ones are the quick kinds, for the sake of whoever is watching. */
    Attack next(Instant startAt) {
        return switch (started++ % 10) {
            case 0 -> portScan(startAt, distinct(), millis(50, 400), any());
            case 1 -> hostScan(startAt, distinct(), millis(50, 400), any());
            case 2 -> exploit(startAt, random.nextBoolean() ? Threat.LOG4SHELL : Threat.PATH_TRAVERSAL);
            case 3 -> ipv6PortScan(startAt, distinct(), millis(100, 900));
            case 4 -> portScan(startAt, distinct(), millis(500, 3_000), firewalls);
            case 5 -> hostScan(startAt, distinct(), seconds(30, SLOWEST_THAT_FIRES), any());
            case 6 -> portScan(startAt, distinct(), seconds(30, SLOWEST_THAT_FIRES), any());
            case 7 -> portScan(startAt, distinct(), seconds(FASTEST_THAT_DOES_NOT, 90), any());
            case 8 -> hostScan(startAt, THRESHOLD, millis(200, 2_000), firewalls);
            default -> exploit(startAt, random.nextBoolean() ? Threat.BRUTE_FORCE : Threat.SPYWARE);
        };
    }

    private Attack portScan(Instant startAt, int distinct, Duration pace, List<Firewall> seenBy) {
        IpAddress source = sources.next();
        var host = new IpAddress(FIRST_HOST.high(), FIRST_HOST.low() + random.nextInt(250));
        var targets = new Targets(Targets.Kind.PORTS, host, random.nextInt(1, 30_000), distinct, 2 * distinct);
        var scan = new Scan(seenBy, number -> source, targets, startAt, pace);
        return new Attack(scan, planted(scan, Cidr.of(source), RulesByDefinition.PORT_SCAN, distinct, pace));
    }

    private Attack hostScan(Instant startAt, int distinct, Duration pace, List<Firewall> seenBy) {
        IpAddress source = sources.next();
        int port = SWEPT_PORTS[random.nextInt(SWEPT_PORTS.length)];
        var targets = new Targets(Targets.Kind.HOSTS, FIRST_HOST, port, distinct, 2 * distinct);
        var scan = new Scan(seenBy, number -> source, targets, startAt, pace);
        return new Attack(scan, planted(scan, Cidr.of(source), RulesByDefinition.IP_SCAN, distinct, pace));
    }

    /** From another address of the same /64 with every try. */
    private Attack ipv6PortScan(Instant startAt, int distinct, Duration pace) {
        long network = sources.nextIpv6Network();
        var targets =
                new Targets(Targets.Kind.PORTS, FIRST_IPV6_HOST, random.nextInt(1, 30_000), distinct, 2 * distinct);
        var scan = new Scan(any(), number -> new IpAddress(network, 1L + number * 0x1_0001L), targets, startAt, pace);
        var group = Cidr.around(new IpAddress(network, 0), 64);
        return new Attack(scan, planted(scan, group, RulesByDefinition.PORT_SCAN, distinct, pace));
    }

    private Attack exploit(Instant startAt, Threat threat) {
        var flow = Flow.of(sources.next(), random.nextInt(1_024, 65_536), FIRST_HOST, 443);
        var activity = new Exploit(any().getFirst(), flow, threat, startAt, Duration.ofSeconds(7), 3);
        var firing = new Firing(Cidr.of(flow.source()), RulesByDefinition.VULNERABILITY, second(startAt));
        boolean fires = threat == Threat.LOG4SHELL || threat == Threat.PATH_TRAVERSAL;
        return new Attack(activity, fires ? Optional.of(firing) : Optional.empty());
    }

    private static Optional<Firing> planted(Scan scan, Cidr source, String rule, int distinct, Duration pace) {
        boolean fires = distinct > THRESHOLD && pace.toSeconds() <= SLOWEST_THAT_FIRES;
        return fires ? Optional.of(new Firing(source, rule, second(scan.at(THRESHOLD)))) : Optional.empty();
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private int distinct() {
        return random.nextInt(THRESHOLD + 2, 120);
    }

    private List<Firewall> any() {
        return List.of(firewalls.get(random.nextInt(firewalls.size())));
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most + 1));
    }

    private Duration seconds(int least, int most) {
        return Duration.ofSeconds(random.nextInt(least, most + 1));
    }
}
