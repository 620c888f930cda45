// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import java.util.List;
import java.util.Optional;

/** Out of all that happened, what one recipient wants to know. */
public final class Digest {
    private Digest() {}

    /** Absent: nothing of it. */
    public static Optional<Notice.Listings> ofListings(List<Listing> all, Interests interests) {
        List<Listing> wanted = all.stream().filter(interests::include).toList();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(Notice.Listings.of(wanted));
    }

    /** Absent: nothing of it. */
    public static Optional<Notice.Alarms> ofAlarms(List<AlarmChange> all, Interests interests) {
        List<AlarmChange> wanted = all.stream().filter(interests::include).toList();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(Notice.Alarms.of(wanted));
    }
}
