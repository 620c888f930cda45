// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.poller.Poller.Condition;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollerTest {
    private static final PollerKey KEY = new PollerKey("blacklist", "192.0.2.7");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void aFirewallThatMissesThreeRoundsHasStopped() {
        Poller firewall = polling(FIVE_MINUTES, 20);
        Instant last = firewall.tally().lastAt();

        assertThat(firewall.everySeconds()).isEqualTo(300);
        assertThat(firewall.condition(NOON, last.plusSeconds(900))).isEqualTo(Condition.FINE);
        assertThat(firewall.condition(NOON, last.plusSeconds(901))).isEqualTo(Condition.STOPPED);
        assertThat(firewall.after(poll(last.plusSeconds(999), 304)).condition(NOON, last.plusSeconds(1_000)))
                .isEqualTo(Condition.FINE);
    }

    @Test
    void oneThatPollsHourlyIsGivenHours() {
        Poller firewall = polling(Duration.ofHours(1), 5);
        Instant last = firewall.tally().lastAt();

        assertThat(firewall.condition(NOON, last.plus(Duration.ofHours(3)))).isEqualTo(Condition.FINE);
        assertThat(firewall.condition(NOON, last.plus(Duration.ofHours(3)).plusSeconds(1)))
                .isEqualTo(Condition.STOPPED);
    }

    @Test
    void oneThatPollsEverySecondIsGivenAQuarterOfAnHour() {
        Poller script = polling(Duration.ofSeconds(1), 4_000);
        Instant last = script.tally().lastAt();

        assertThat(script.condition(NOON, last.plusSeconds(900))).isEqualTo(Condition.FINE);
        assertThat(script.condition(NOON, last.plusSeconds(901))).isEqualTo(Condition.STOPPED);
    }

    @Test
    void whoLookedNowAndThenHasNoHabit() {
        assertThat(polling(FIVE_MINUTES, 4).condition(NOON, NOON.plus(Duration.ofDays(9))))
                .isEqualTo(Condition.FINE);
        assertThat(polling(Duration.ofSeconds(1), 60).condition(NOON, NOON.plus(Duration.ofDays(9))))
                .isEqualTo(Condition.FINE);
    }

    @Test
    void whileNobodyServedNobodyIsMissed() {
        Poller firewall = polling(FIVE_MINUTES, 20);
        Instant backAgain = firewall.tally().lastAt().plus(Duration.ofDays(2));

        assertThat(firewall.condition(backAgain, backAgain.plusSeconds(900))).isEqualTo(Condition.FINE);
        assertThat(firewall.condition(backAgain, backAgain.plusSeconds(901))).isEqualTo(Condition.STOPPED);
    }

    @Test
    void whoWasServedAndIsRefusedIsATroubleAtOnceUntilItIsServedAgain() {
        Poller firewall = polling(FIVE_MINUTES, 2);
        Instant at = firewall.tally().lastAt().plusSeconds(300);

        Poller refused = firewall.after(poll(at, 401)).after(poll(at.plusSeconds(300), 401));

        assertThat(refused.condition(NOON, at.plusSeconds(301))).isEqualTo(Condition.REFUSED);
        assertThat(refused.refusedSince()).isEqualTo(at);
        assertThat(refused.after(poll(at.plusSeconds(600), 200)).condition(NOON, at.plusSeconds(601)))
                .isEqualTo(Condition.FINE);
    }

    @Test
    void aStrangerIsATroubleIfItKeepsTryingAndForADay() {
        Poller stranger = Poller.first(KEY, poll(NOON, 403)).after(poll(NOON.plusSeconds(300), 403));
        assertThat(stranger.condition(NOON, NOON.plusSeconds(301))).isEqualTo(Condition.FINE);

        Poller persistent = stranger.after(poll(NOON.plusSeconds(601), 403));
        assertThat(persistent.condition(NOON, NOON.plusSeconds(602))).isEqualTo(Condition.REFUSED);
        assertThat(persistent.condition(NOON, NOON.plus(Duration.ofDays(2)))).isEqualTo(Condition.FINE);
    }

    @Test
    void tenSecondsSummedUpCountAsTheirPollsDo() {
        Tally tally = poll(NOON, 401)
                .then(Tally.of(NOON.plusSeconds(1), 304, "\"v1\"", "fw"))
                .then(poll(NOON.plusSeconds(2), 503));

        assertThat(tally).isEqualTo(new Tally(3, 0, NOON.plusSeconds(2), 503, NOON.plusSeconds(1), "\"v1\"", "fw"));
        assertThat(tally.then(poll(NOON.plusSeconds(3), 401)).refusals()).isEqualTo(1);
    }

    private static Poller polling(Duration every, int times) {
        Poller poller = Poller.first(KEY, poll(NOON, 200));
        for (int i = 1; i < times; i++) {
            poller = poller.after(poll(NOON.plus(every.multipliedBy(i)), 304));
        }
        return poller;
    }

    private static Tally poll(Instant at, int status) {
        return Tally.of(at, status, null, null);
    }
}
