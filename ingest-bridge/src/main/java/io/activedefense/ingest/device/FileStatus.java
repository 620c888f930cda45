// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import io.activedefense.contracts.status.RefusedLine;
import io.activedefense.contracts.status.Standing;
import io.activedefense.ingest.tail.FileProgress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file and its device are.
 *
 * @param progress of the newest file of its name, with the lag of those before
 * @param standing whether its lines are read
 * @param lagSeconds for how long the oldest bytes wait
 * @param refused samples of refused lines
 * @param grewAt when something was last written
 * @param clockSkewSeconds above 0 the device's clock is slow; absent while unknown
 */
public record FileStatus(
        FileProgress progress,
        Standing standing,
        long lagSeconds,
        List<RefusedLine> refused,
        @Nullable Instant grewAt,
        @Nullable Long clockSkewSeconds) {
    public String device() {
        return progress.file().device();
    }
}
