// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.address.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What goes on when nobody attacks: users who surf, clients of our servers, failed logins, and single probes of the
 * radiation that every address receives. No source of it ever reaches more than 10 targets, however long it lasts: our
 * servers are 8 with 6 ports each, and a probe's source always tries the same.
 */
final class Background implements Activity {
    private static final int[] SERVED_PORTS = {22, 25, 53, 80, 443, 993};
    private static final int SERVERS = 8;
    private static final IpAddress FIRST_SERVER = IpAddress.parse("203.0.113.10");
    private static final IpAddress PORTAL = IpAddress.parse("203.0.113.2");
    private static final IpAddress FIRST_USER = IpAddress.parse("10.20.0.1");
    private static final int USERS = 4_000;
    private static final int CLIENTS = 20_000;
    private static final int PROBES = 400_000;
    private static final String[] TYPED = {
        "admin", "root", "x; SrcIP=8.8.8.8; Severity=critical", "test", "vpn user", "corp\\guest; Type= THREAT;"
    };

    private final List<Firewall> firewalls;
    private final SplittableRandom random;
    private final SourceAddresses others = SourceAddresses.ofOthers();
    private final double linesPerSecond;
    private Instant nextAt;

    Background(List<Firewall> firewalls, SplittableRandom random, Instant startAt, double linesPerSecond) {
        this.firewalls = List.copyOf(firewalls);
        this.random = random;
        this.linesPerSecond = linesPerSecond;
        nextAt = startAt;
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.of(nextAt);
    }

    @Override
    public FirewallLine next() {
        Instant at = nextAt;
        nextAt = at.plus(pause());
        int kind = random.nextInt(100);
        if (kind < 70) {
            return line(at, outbound(), Policy.OUTBOUND);
        }
        if (kind < 88) {
            return line(at, inbound(), Policy.INBOUND);
        }
        return kind < 98 ? line(at, probe(), Policy.INTERZONE) : line(at, login(), Policy.VPN_LOGIN);
    }

    /** Exponentially distributed, so that lines come in bursts as they do. */
    private Duration pause() {
        return Duration.ofNanos((long) (-Math.log(1 - random.nextDouble()) * 1e9 / linesPerSecond));
    }

    private FirewallLine line(Instant at, Flow flow, Policy policy) {
        return FirewallLine.traffic(at, firewalls.get(random.nextInt(firewalls.size())), flow, policy);
    }

    private Flow outbound() {
        int user = random.nextInt(USERS);
        var source = new IpAddress(FIRST_USER.high(), FIRST_USER.low() + user);
        return new Flow(
                source,
                ephemeralPort(),
                "corp\\user" + user,
                others.at(random.nextInt(CLIENTS)),
                random.nextInt(4) == 0 ? 53 : 443);
    }

    private Flow inbound() {
        IpAddress client = others.at(random.nextInt(CLIENTS));
        return Flow.of(client, ephemeralPort(), server(random.nextInt(SERVERS)), servedPort(random.nextInt()));
    }

    /** Source and target hang together, and no client of our servers is among the sources. */
    private Flow probe() {
        int number = random.nextInt(PROBES);
        var destination = new IpAddress(FIRST_SERVER.high(), FIRST_SERVER.low() + number % 200);
        return Flow.of(others.at(CLIENTS + number), ephemeralPort(), destination, 1 + number * 31 % 65_535);
    }

    private Flow login() {
        int number = random.nextInt(PROBES);
        return new Flow(
                others.at(CLIENTS + PROBES + number), ephemeralPort(), TYPED[number % TYPED.length], PORTAL, 443);
    }

    private static IpAddress server(int number) {
        return new IpAddress(FIRST_SERVER.high(), FIRST_SERVER.low() + number);
    }

    private static int servedPort(int number) {
        return SERVED_PORTS[Math.floorMod(number, SERVED_PORTS.length)];
    }

    private int ephemeralPort() {
        return random.nextInt(1_024, 65_536);
    }
}
