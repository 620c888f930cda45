// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.feed.Content;
import io.activedefense.blacklist.feed.Line;
import java.util.List;

/**
 * What a feed would hold now.
 *
 * @param entries that it would cover
 * @param lines that it would have
 * @param leftOut entries that would be chosen, but have no room
 * @param first some of its lines
 */
record FeedPreview(int entries, int lines, int leftOut, List<Line> first) {
    private static final int SHOWN = 20;

    static FeedPreview of(Content content) {
        List<Line> lines = content.lines();
        return new FeedPreview(
                content.entries(), lines.size(), content.leftOut(), lines.subList(0, Math.min(SHOWN, lines.size())));
    }
}
