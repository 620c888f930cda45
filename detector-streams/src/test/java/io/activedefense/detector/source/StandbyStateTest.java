// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.rules.SourceWindows;
import org.junit.jupiter.api.Test;

/** State that is restored again and again, as a standby's is, before somebody takes it up. */
class StandbyStateTest {
    private static final Cidr GROUP = Cidr.parse("8.1.2.3");
    private static final long NOON = 1_800_000_000_000L;
    private static final long A_DAY_LATER = NOON + 86_400_000L;

    private final DetectorState state = new DetectorState();

    @Test
    void ofAllValuesThatASourceHadOnlyTheLastIsKept() {
        for (int i = 0; i < 1_000; i++) {
            state.restore(GROUP, source(NOON - i * 60_000L));
        }
        TrackedSource last = source(NOON);
        state.restore(GROUP, last);
        state.takeUp();

        assertThat(state.takeDue(A_DAY_LATER)).isSameAs(last);
        assertThat(state.takeDue(A_DAY_LATER)).isNull();
        assertThat(state.size()).isEqualTo(1);
    }

    @Test
    void ofASourceThatWasRemovedNothingIsKept() {
        state.restore(GROUP, source(NOON));
        state.restore(GROUP, null);
        state.takeUp();

        assertThat(state.takeDue(A_DAY_LATER)).isNull();
        assertThat(state.size()).isZero();
    }

    @Test
    void takenUpAgainEachSourceIsDueOnce() {
        state.restore(GROUP, source(NOON));
        state.takeUp();
        state.takeUp();

        assertThat(state.takeDue(A_DAY_LATER)).isNotNull();
        assertThat(state.takeDue(A_DAY_LATER)).isNull();
    }

    private static TrackedSource source(long lastSeenMillis) {
        return new TrackedSource(GROUP, 0, new SourceWindows(), SightingReport.NONE, false, lastSeenMillis);
    }
}
