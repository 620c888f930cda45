// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the operator asked for.
 *
 * @param data the data folder
 * @param logs where the firewalls' log files are; absent, {@link #SYSTEM_LOGS} where that is readable, else a folder
 *     in the data folder
 * @param http where pages and the list are served
 * @param firstSettings the first settings document; absent, the defaults
 */
record Plan(
        Path data,
        @Nullable Path logs,
        HttpAddress http,
        @Nullable Path firstSettings) {
    static final Path SYSTEM_LOGS = Path.of("/var/log/Firewall");

    Plan {
        if (logs != null) {
            LogFolder.refuseUnreadable(logs);
        }
        if (firstSettings != null) {
            FirstSettings.refuseInvalid(firstSettings);
        }
    }
}
