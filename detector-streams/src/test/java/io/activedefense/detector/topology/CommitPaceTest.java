// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private static final long NOON = 1_800_000_000_000L;
    private final CommitPace pace = new CommitPace();

    @Test
    void nothingIsDueWithoutSomethingToTell() {
        assertThat(pace.isDue(NOON)).isFalse();
    }

    @Test
    void whatIsToBeToldIsDueAtOnce() {
        pace.want(3);

        assertThat(pace.isDue(NOON)).isTrue();
    }

    @Test
    void aCommitTellsAllWhoeverAskedForIt() {
        pace.want(3);
        commit(NOON, 0);

        assertThat(pace.isDue(NOON + 60_000)).isFalse();
    }

    @Test
    void afterACommitThatTookNoTimeTheNextIsDueAtOnce() {
        commit(NOON, 0);
        pace.want(0);

        assertThat(pace.isDue(NOON)).isTrue();
    }

    @Test
    void afterALongOneThereIsAPauseManyTimesAsLong() {
        commit(NOON, 40);
        pace.want(0);

        long over = NOON + 40;
        assertThat(pace.isDue(over + 40 * CommitPace.TIMES - 1)).isFalse();
        assertThat(pace.isDue(over + 40 * CommitPace.TIMES)).isTrue();
    }

    @Test
    void onlyTheLastOneCounts() {
        commit(NOON, 4_000);
        commit(NOON + 5_000, 1);
        pace.want(0);

        assertThat(pace.isDue(NOON + 5_001 + CommitPace.TIMES)).isTrue();
    }

    @Test
    void whatWaitedLongAlreadyMayWaitAsLongAgain() {
        commit(NOON, 0);
        pace.want(700);
        pace.want(20);

        assertThat(pace.isDue(NOON + 699)).isFalse();
        assertThat(pace.isDue(NOON + 700)).isTrue();
    }

    @Test
    void whatWaitedLongDoesNotHoldUpWhatIsToldLater() {
        pace.want(700);
        commit(NOON, 0);
        pace.want(20);

        assertThat(pace.isDue(NOON + 20)).isTrue();
    }

    @Test
    void aClockBehindTheBrokersHoldsUpNothing() {
        commit(NOON, 0);
        pace.want(-5_000);

        assertThat(pace.isDue(NOON)).isTrue();
    }

    private void commit(long at, long tookMillis) {
        pace.committing(at);
        pace.goesOn(at + tookMillis);
        pace.goesOn(at + tookMillis + 1_000);
    }
}
