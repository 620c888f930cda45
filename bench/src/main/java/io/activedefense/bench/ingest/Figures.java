// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.ingest;

import java.time.Duration;

/**
 * What a run came to.
 *
 * @param perSecond records a second
 * @param cpu processor time of the process
 * @param records that took
 * @param peakMegabytes the most memory it had; 0: not asked
 */
record Figures(double perSecond, Duration cpu, long records, long peakMegabytes) {
    double cpuSecondsPerMillion() {
        return cpu.toNanos() / 1e9 * 1e6 / records;
    }
}
