// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Cidr HOME = Cidr.parse("198.51.100.7");
    private static final Cidr ELSEWHERE = Cidr.parse("203.0.113.9");

    private final Throttle throttle = new Throttle();

    @Test
    void aFewWrongOnesAreFreeThenTheWaitDoubles() {
        fail("admin", HOME, 4, NOON);
        assertThat(throttle.wait("admin", HOME, true, NOON)).isZero();

        fail("admin", HOME, 1, NOON);
        assertThat(throttle.wait("admin", HOME, true, NOON)).isEqualTo(Duration.ofSeconds(1));
        fail("admin", HOME, 3, NOON);
        assertThat(throttle.wait("admin", HOME, true, NOON)).isEqualTo(Duration.ofSeconds(8));
        assertThat(throttle.wait("admin", HOME, true, NOON.plusSeconds(7))).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.wait("admin", HOME, true, NOON.plusSeconds(8))).isZero();
    }

    @Test
    void theWaitIsAQuarterOfAnHourAtMostAndAfterAQuietHourAllIsForgotten() {
        fail("admin", HOME, 500, NOON);

        assertThat(throttle.wait("admin", HOME, true, NOON)).isEqualTo(Duration.ofMinutes(15));
        assertThat(throttle.wait("admin", HOME, true, NOON.plus(Duration.ofMinutes(15))))
                .isZero();
        Instant later = NOON.plus(Duration.ofMinutes(15));
        fail("admin", HOME, 1, later);
        assertThat(throttle.wait("admin", HOME, true, later)).isEqualTo(Duration.ofMinutes(15));
        Instant muchLater = later.plus(Duration.ofHours(1));
        fail("admin", HOME, 1, muchLater);
        assertThat(throttle.wait("admin", HOME, true, muchLater)).isZero();
    }

    @Test
    void whoTriesManyNamesFromOneNetworkWaitsForAllOfThem() {
        for (int i = 0; i < 20; i++) {
            throttle.failed("user-" + i, ELSEWHERE, NOON);
        }

        assertThat(throttle.wait("one-more", ELSEWHERE, false, NOON)).isPositive();
        assertThat(throttle.wait("one-more", HOME, false, NOON)).isZero();
    }

    /** The point of it: an admin at the usual place comes in while the world guesses. */
    @Test
    void strangersEverywhereDontKeepOutWhoIsKnownThere() {
        for (int i = 0; i < 10_000; i++) {
            throttle.failed("admin", Cidr.parse("203.0." + i / 250 + "." + i % 250), NOON);
        }

        assertThat(throttle.wait("admin", HOME, true, NOON)).isZero();
        assertThat(throttle.wait("admin", HOME, false, NOON))
                .as("who is somewhere new waits, but never long")
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aRightPasswordIsForgivenWhatWasTypedWrongThere() {
        fail("admin", HOME, 4, NOON);
        throttle.succeeded("admin", HOME);
        fail("admin", HOME, 4, NOON);

        assertThat(throttle.wait("admin", HOME, true, NOON)).isZero();
    }

    /** However the failures are spread, one network has few guesses at a user: some free, then ever fewer. */
    @Property
    void inAnHourANetworkHasFewGuesses(@ForAll @Size(max = 200) List<@IntRange(max = 30) Integer> pauses) {
        var fresh = new Throttle();
        Instant now = NOON;
        int guesses = 0;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            if (now.isAfter(NOON.plusSeconds(3_600))) {
                break;
            }
            if (fresh.wait("admin", HOME, true, now).isZero()) {
                fresh.failed("admin", HOME, now);
                guesses++;
            }
        }
        assertThat(guesses).isLessThanOrEqualTo(5 + 10 + 4);
    }

    private void fail(String user, Cidr network, int times, Instant at) {
        for (int i = 0; i < times; i++) {
            throttle.failed(user, network, at);
        }
    }
}
