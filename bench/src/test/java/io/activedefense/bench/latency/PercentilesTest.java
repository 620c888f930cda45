// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void areTheNearestRanks() {
        var hundred = new Percentiles(
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray());
        assertThat(hundred.millis(0.5)).isEqualTo(50);
        assertThat(hundred.millis(0.99)).isEqualTo(99);
        assertThat(hundred.millis(1)).isEqualTo(100);
        assertThat(hundred).hasToString("p50 50 ms, p90 90 ms, p99 99 ms, longest 100 ms, of 100");
    }

    @Test
    void ofASingleTimeAreThatTime() {
        var one = new Percentiles(new long[] {7_000_000});
        assertThat(one.millis(0.5)).isEqualTo(7).isEqualTo(one.millis(0.99));
    }

    @Test
    void ofNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Percentiles(new long[0]));
    }
}
