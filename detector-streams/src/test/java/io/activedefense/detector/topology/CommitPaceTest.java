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
        pace.want();

        assertThat(pace.isDue(NOON)).isTrue();
    }

    @Test
    void aCommitTellsAllWhoeverAskedForIt() {
        pace.want();
        pace.committing(0, NOON);

        assertThat(pace.isDue(NOON + 60_000)).isFalse();
    }

    @Test
    void afterASmallCommitTheNextIsDueAtOnce() {
        pace.committing(CommitPace.SOURCES_A_MILLISECOND - 1, NOON);
        pace.want();

        assertThat(pace.isDue(NOON)).isTrue();
    }

    @Test
    void afterALargeOneThereIsAPauseAsLongAsItWasLarge() {
        pace.committing(400 * CommitPace.SOURCES_A_MILLISECOND, NOON);
        pace.want();

        assertThat(pace.isDue(NOON + 399)).isFalse();
        assertThat(pace.isDue(NOON + 400)).isTrue();
    }
}
