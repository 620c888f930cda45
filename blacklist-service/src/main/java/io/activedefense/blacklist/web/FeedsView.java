// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.web.FeedView.ServedVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every list.
 *
 * @param blacklist the one that is always there
 * @param feeds those that operators defined, by name
 */
record FeedsView(BuiltIn blacklist, List<FeedView> feeds) {

    /**
     * The list of everything.
     *
     * @param path where it is served
     * @param served what its pollers get; absent: nothing yet
     * @param hold a version that waits for an operator's word, or the last one that did
     */
    record BuiltIn(
            String path,
            @Nullable ServedVersion served,
            @Nullable Hold hold) {}
}
