// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How publishing to Kafka goes.
 *
 * @param leader whether this instance is the one that publishes
 * @param waiting changes that are not published yet; absent while the database doesn't tell
 * @param published by this instance since it started
 * @param lastError what hindered it last; absent: nothing since it last succeeded
 * @param lastErrorAt when that was
 */
public record RelayStatus(
        boolean leader,
        @Nullable Long waiting,
        long published,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {}
