// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What traffic to make up. The same plan makes the same lines.
 *
 * @param seed of everything that is left to chance
 * @param startAt event time of the first line
 * @param linesPerSecond of the background; attacks come on top of it
 * @param firewalls that log it
 * @param firstAttacks how many attacks follow each other {@code firstPause} apart; 0: nobody ever attacks
 * @param firstPause between the first attacks
 * @param laterPause between the attacks after them
 */
public record TrafficPlan(
        long seed,
        Instant startAt,
        double linesPerSecond,
        List<Firewall> firewalls,
        int firstAttacks,
        Duration firstPause,
        Duration laterPause) {

    public TrafficPlan {
        if (!(linesPerSecond > 0 && linesPerSecond <= 10_000_000)) {
            throw new IllegalArgumentException(
                    "lines per second: " + linesPerSecond + " is not above 0 and at most 10,000,000");
        }
        if (firewalls.isEmpty()) {
            throw new IllegalArgumentException("firewalls: there is none");
        }
        firewalls = List.copyOf(firewalls);
    }

    /** Two firewalls, a burst of attacks and then a new one every twelve seconds. */
    public static TrafficPlan demo(long seed, Instant startAt, double linesPerSecond, ZoneId timeZone) {
        return new TrafficPlan(
                seed,
                startAt,
                linesPerSecond,
                firewalls("PA-DEMO", timeZone),
                20,
                Duration.ofSeconds(2),
                Duration.ofSeconds(12));
    }

    /** Two firewalls on a day when nobody attacks. */
    public static TrafficPlan quiet(String name, long seed, Instant startAt, double linesPerSecond, ZoneId timeZone) {
        return new TrafficPlan(
                seed, startAt, linesPerSecond, firewalls(name, timeZone), 0, Duration.ZERO, Duration.ZERO);
    }

    private static List<Firewall> firewalls(String name, ZoneId timeZone) {
        return List.of(
                new Firewall(name + "-1", Firewall.Header.RFC_3339, timeZone, Firewall.NoThreat.EMPTY),
                new Firewall(name + "-2", Firewall.Header.TRADITIONAL, timeZone, Firewall.NoThreat.LITERAL));
    }
}
