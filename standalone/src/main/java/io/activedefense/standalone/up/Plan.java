// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.ingest.config.BridgeConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator asked for.
 *
 * @param data the data folder
 * @param logs where the firewalls' log files are
 * @param serving how pages and the list are served
 * @param firstSettings the first settings document; absent, the defaults
 * @param removeRotatedAfter how long after its rotation a log file is removed that was read whole; absent, never
 */
record Plan(
        Path data,
        LogFolder logs,
        Serving serving,
        @Nullable Path firstSettings,
        @Nullable Duration removeRotatedAfter) {
    Plan {
        BridgeConfig.acceptedRemoval("--remove-rotated-after", removeRotatedAfter);
        if (firstSettings != null) {
            FirstSettings.refuseInvalid(firstSettings);
        }
    }
}
