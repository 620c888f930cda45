// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import io.activedefense.contracts.event.FirewallEvent;
import java.util.List;

/** Lines as they come, before they are filed. */
@FunctionalInterface
public interface LiveLines {
    /** Follows what comes from now on. */
    Following follow();

    /** One who follows; used by one thread at a time. */
    interface Following extends AutoCloseable {
        /** What has come since it was asked last; with Kafka away nothing. */
        List<FirewallEvent> next();

        @Override
        void close();
    }
}
