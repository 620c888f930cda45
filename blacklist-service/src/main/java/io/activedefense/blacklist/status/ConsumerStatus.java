// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one consumer of this service does.
 *
 * @param topic that it reads
 * @param running whether its thread is alive
 * @param lag records that wait for it; absent while unknown
 * @param poisoned records that it could not read and passed over
 * @param lastError what hindered it last; absent: nothing since it last succeeded
 * @param lastErrorAt when that was
 */
public record ConsumerStatus(
        String topic,
        boolean running,
        @Nullable Long lag,
        long poisoned,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {}
