// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.status.DetectorStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void withoutAWordOfTheDetectorNothingIsKnown() {
        assertThat(Sight.judgedUpTo(List.of(), Map.of(0, 0L, 1, 0L))).isEmpty();
    }

    @Test
    void theSlowestPartitionWithWaitingEventsDecides() {
        var statuses = List.of(status(0, NOON), status(1, NOON.minusSeconds(90)));
        assertThat(Sight.judgedUpTo(statuses, Map.of(0, 3L, 1, 5L))).contains(NOON.minusSeconds(90));
    }

    @Test
    void aPartitionWithoutWaitingEventsIsAsFarAsTheFarthest() {
        var statuses = List.of(status(0, NOON), status(1, NOON.minusSeconds(90)));
        assertThat(Sight.judgedUpTo(statuses, Map.of(0, 3L, 1, 0L, 2, 0L))).contains(NOON);
    }

    @Test
    void aPartitionWithWaitingEventsThatNobodyHasJudgedBlinds() {
        var statuses = List.of(status(0, NOON), status(1, null));
        assertThat(Sight.judgedUpTo(statuses, Map.of(0, 0L, 1, 1L))).isEmpty();
        assertThat(Sight.judgedUpTo(statuses, Map.of(0, 0L, 2, 1L))).isEmpty();
    }

    private static DetectorStatus status(int partition, @Nullable Instant progress) {
        return new DetectorStatus(partition, progress, 1, 0, Map.of(), Map.of(), 0, 0, 0, 1, 0, true, 0, NOON);
    }
}
