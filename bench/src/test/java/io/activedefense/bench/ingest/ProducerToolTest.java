// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProducerToolTest {
    @Test
    void itsFigureIsThatOfTheLastSummary() {
        assertThat(ProducerTool.recordsPerSecond(List.of(
                        "1234 records sent, 246.8 records/sec (0.04 MB/sec), 812.0 ms avg latency, 1000.0 ms max latency.",
                        "9000 records sent, 350000.5 records/sec (61.75 MB/sec), 9.1 ms avg latency, 90.0 ms max latency,"
                                + " 8 ms 50th, 20 ms 95th, 40 ms 99th, 90 ms 99.9th.")))
                .isEqualTo(350_000.5);
    }

    @Test
    void whatItSaidInsteadIsTold() {
        assertThatThrownBy(() -> ProducerTool.recordsPerSecond(List.of("no broker")))
                .hasMessageContaining("no broker");
    }
}
