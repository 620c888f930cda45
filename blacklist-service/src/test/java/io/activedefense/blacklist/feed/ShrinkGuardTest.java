// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import static io.activedefense.blacklist.feed.Listed.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.feed.ShrinkGuard.Verdict;
import io.activedefense.contracts.settings.GuardSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkGuardTest {
    private static final String LIST = "partners";
    private static final Instant SOON = NOON.plusSeconds(1);

    private final ShrinkGuard guard = new ShrinkGuard();

    @ParameterizedTest
    @CsvSource({
        "1000, 500, false",
        "1000, 499, true",
        "1000, 0, true",
        "199, 99, true",
        "198, 99, false",
        "150, 51, false",
        "150, 50, true",
        "100, 0, true",
        "99, 0, false",
        "1000, 5000, false"
    })
    void moreThanHalfAndAtLeastAHundredIsTooMuch(int served, int proposed, boolean waits) {
        guard.served(served, NOON);

        assertThat(judge(proposed, Optional.empty(), SOON) instanceof Verdict.Wait)
                .isEqualTo(waits);
    }

    @Test
    void theFirstVersionOfAllIsServed() {
        assertThat(judge(0, Optional.empty(), NOON)).isInstanceOf(Verdict.Serve.class);
    }

    @Test
    void whatWaitsTellsFromWhatToWhatAndSinceWhen() {
        guard.served(1_000, NOON);

        assertThat(judge(10, Optional.empty(), SOON))
                .isEqualTo(new Verdict.Wait(Hold.waiting(LIST, 1_000, 10, SOON), true));
    }

    /** A mistake that releases one after the other is no smaller. */
    @Test
    void manySmallStepsWithinMinutesAreOneBigOne() {
        Instant at = NOON;
        int entries = 1_000;
        guard.served(entries, at);
        while (judge(entries - 50, Optional.empty(), at.plusSeconds(5)) instanceof Verdict.Serve) {
            at = at.plusSeconds(5);
            entries -= 50;
            guard.served(entries, at);
        }

        assertThat(entries).isEqualTo(500);
    }

    @Test
    void whatShrinksSlowlyIsServed() {
        Instant at = NOON;
        for (int entries = 1_000; entries > 0; entries -= 50) {
            assertThat(judge(entries, Optional.empty(), at)).isInstanceOf(Verdict.Serve.class);
            guard.served(entries, at);
            at = at.plus(ShrinkGuard.MEMORY).plusSeconds(1);
        }
    }

    @Test
    void whatIsServedIsRememberedHoweverOld() {
        guard.served(1_000, NOON.minus(Duration.ofDays(400)));

        assertThat(judge(10, Optional.empty(), NOON)).isInstanceOf(Verdict.Wait.class);
    }

    @Test
    void anotherInstanceWaitsForTheSameWordAlsoIfItHasServedNothing() {
        var known = Hold.waiting(LIST, 1_000, 10, NOON);

        assertThat(judge(10, Optional.of(known), SOON)).isEqualTo(new Verdict.Wait(known, false));
        assertThat(judge(9, Optional.of(known), SOON))
                .isEqualTo(new Verdict.Wait(Hold.waiting(LIST, 1_000, 9, NOON), true));
        assertThat(judge(600, Optional.of(known), SOON)).isInstanceOf(Verdict.Serve.class);
    }

    @Test
    void keptMeansThatItGoesOnWaiting() {
        guard.served(1_000, NOON);

        assertThat(judge(10, Optional.of(decided(Hold.State.KEPT, SOON)), SOON.plusSeconds(9)))
                .isEqualTo(new Verdict.Wait(decided(Hold.State.KEPT, SOON), false));
    }

    @Test
    void whatWasApprovedIsServedAndComparedWithFromThenOn() {
        guard.served(1_000, NOON);
        var approved = Optional.of(decided(Hold.State.APPROVED, SOON));

        assertThat(judge(10, approved, SOON.plusSeconds(1))).isInstanceOf(Verdict.Serve.class);
        guard.served(2_000, SOON.plusSeconds(2));
        assertThat(judge(10, approved, SOON.plusSeconds(3))).isInstanceOf(Verdict.Wait.class);
    }

    @Test
    void anApprovalIsOfTheVersionThatTheOperatorSaw() {
        guard.served(1_000, NOON);
        var approved = new Hold(LIST, Hold.State.APPROVED, 1_000, 400, NOON, SOON, "admin", "cleaned up");

        assertThat(judge(390, Optional.of(approved), SOON.plusSeconds(1))).isInstanceOf(Verdict.Serve.class);
        assertThat(judge(10, Optional.of(approved), SOON.plusSeconds(1)))
                .isEqualTo(new Verdict.Wait(
                        new Hold(LIST, Hold.State.WAITING, 400, 10, SOON.plusSeconds(1), SOON, null, null), true));
    }

    private Verdict judge(int proposed, Optional<Hold> known, Instant now) {
        return guard.judge(LIST, proposed, known, GuardSettings.DEFAULTS, now);
    }

    private static Hold decided(Hold.State state, Instant at) {
        return new Hold(LIST, state, 1_000, 10, NOON, at, "admin", "as it must be");
    }
}
