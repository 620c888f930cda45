// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.alarm.AlarmKind;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a recipient wants to be told.
 *
 * @param reasons ids of {@link Reason}, or {@code all}: of addresses listed for one of these
 * @param alarms ids of {@link AlarmKind}, or {@code all}
 */
public record Interests(SortedSet<String> reasons, SortedSet<String> alarms) {
    public static final String ALL = "all";

    private static final List<String> REASONS =
            Arrays.stream(Reason.values()).map(Reason::id).toList();
    private static final List<String> ALARMS =
            AlarmKind.all().map(AlarmKind::id).toList();

    public Interests {
        reasons = known("reasons", reasons, REASONS);
        alarms = known("alarms", alarms, ALARMS);
    }

    boolean include(Listing listing) {
        return reasons.contains(ALL)
                || (listing.userAdded()
                        ? reasons.contains(Reason.USER_ADDED.id())
                        : !Collections.disjoint(reasons, listing.reasons()));
    }

    boolean include(AlarmChange change) {
        return alarms.contains(ALL) || alarms.contains(change.kind());
    }

    private static SortedSet<String> known(String field, Set<String> words, List<String> ids) {
        for (String word : words) {
            if (!word.equals(ALL) && !ids.contains(word)) {
                throw new InvalidSettingException(
                        field, "'" + word + "'", "some of " + ALL + ", " + String.join(", ", ids));
            }
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }
}
