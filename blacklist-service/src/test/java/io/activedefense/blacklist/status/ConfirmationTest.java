// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.status.DetectorStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DefenseSettings told =
            DefenseSettings.DEFAULTS.withVersion(7).withOn(false).withResetEpoch(2);

    @Test
    void everyPartitionHasToSaySo() {
        Confirmation some = Confirmation.of(told, List.of(status(0, 7, 2, false), status(1, 6, 1, true)));
        assertThat(some.confirmed()).isFalse();
        assertThat(some.agreeing()).isOne();
        assertThat(some.partitions()).isEqualTo(2);

        assertThat(Confirmation.of(told, List.of(status(0, 7, 2, false), status(1, 8, 2, false)))
                        .confirmed())
                .isTrue();
    }

    @Test
    void theVersionAloneIsNoConfirmation() {
        assertThat(Confirmation.of(told, List.of(status(0, 7, 1, false))).confirmed())
                .isFalse();
        assertThat(Confirmation.of(told, List.of(status(0, 7, 2, true))).confirmed())
                .isFalse();
    }

    @Test
    void whoHasToldNothingConfirmsNothing() {
        assertThat(Confirmation.of(told, List.of()).confirmed()).isFalse();
    }

    private static DetectorStatus status(int partition, long version, int resets, boolean on) {
        return new DetectorStatus(partition, NOON, 0, 0, Map.of(), Map.of(), 0, 0, 0, version, resets, on, 0, NOON);
    }
}
