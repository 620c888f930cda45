// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.release;

import io.activedefense.contracts.status.DetectorStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Up to where the system has seen everything. */
public final class Sight {
    private Sight() {}

    /**
     * The event time up to which every event has been judged; absent while that is unknown. A partition without waiting
     * events is as far as the farthest: what isn't there can't be late. The statuses must have been read before the
     * waiting events were.
     */
    public static Optional<Instant> judgedUpTo(Collection<DetectorStatus> statuses, Map<Integer, Long> waiting) {
        var progress = new HashMap<Integer, Instant>();
        for (DetectorStatus status : statuses) {
            if (status.progress() != null) {
                progress.merge(status.partition(), status.progress(), Sight::later);
            }
        }
        Instant farthest = progress.values().stream().reduce(Sight::later).orElse(null);
        Instant least = farthest;
        for (Map.Entry<Integer, Long> each : waiting.entrySet()) {
            Instant reached = each.getValue() == 0 ? farthest : progress.get(each.getKey());
            if (reached == null) {
                return Optional.empty();
            }
            least = earlier(least, reached);
        }
        return Optional.ofNullable(least);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
