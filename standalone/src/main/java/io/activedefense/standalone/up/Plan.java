// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the operator asked for.
 *
 * @param data the data folder
 * @param logs where the firewalls' log files are
 * @param http where pages and the list are served
 * @param firstSettings the first settings document; absent, the defaults
 */
record Plan(
        Path data,
        LogFolder logs,
        HttpAddress http,
        @Nullable Path firstSettings) {
    Plan {
        if (firstSettings != null) {
            FirstSettings.refuseInvalid(firstSettings);
        }
    }
}
