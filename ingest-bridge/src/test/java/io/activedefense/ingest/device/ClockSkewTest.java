// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockSkewTest {
    private final ClockSkew skew = new ClockSkew();

    @Test
    void itIsUnknownBeforeThreeLines() {
        lines(2, 5_000);
        assertThat(skew.seconds()).isEmpty();
        lines(1, 5_000);
        assertThat(skew.seconds()).hasValue(5);
    }

    @Test
    void aClockThatIsFastIsBelowZero() {
        lines(3, -180_000);
        assertThat(skew.seconds()).hasValue(-180);
    }

    @Test
    void aFewOddLinesChangeNothing() {
        lines(5, 1_000);
        lines(3, 7_200_000);
        lines(1, -999_000);
        assertThat(skew.seconds()).hasValue(1);
    }

    @Test
    void aClockThatIsSetRightShowsSoAfterAFewLines() {
        lines(50, 300_000);
        lines(8, 0);
        assertThat(skew.seconds()).hasValue(0);
    }

    @Test
    void aBurstCountsAsOneLine() {
        lines(3, 0);
        for (int i = 0; i < 100; i++) {
            skew.line(arrival - 500_000, arrival);
        }
        assertThat(skew.seconds()).hasValue(0);
    }

    private long arrival = 1_800_000_000_000L;

    private void lines(int count, long slowMillis) {
        for (int i = 0; i < count; i++) {
            arrival += 1_000;
            skew.line(arrival - slowMillis, arrival);
        }
    }
}
