// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.feed.Choice;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.FeedAccess;
import io.activedefense.blacklist.feed.Selection;
import org.jspecify.annotations.Nullable;

/**
 * An operator's wish for a feed, as sent. It is the whole definition: what is left out takes its default.
 *
 * @param name also of its file; where the path names the feed, left out
 * @param comment what it is for
 * @param selection which listed entries; left out: all
 * @param capacity most lines, 1 to 1,000,000; left out: 50,000
 * @param merged whether neighbours become one line, which covers the same; left out: they do
 * @param format plain, plain-with-comments, csv or json; left out: plain
 * @param access who may read it; left out: everyone who reaches it
 * @param version where a feed is defined anew: of the definition that this one was made from
 */
record FeedWish(
        @Nullable String name,
        @Nullable String comment,
        @Nullable Selection selection,
        @Nullable Integer capacity,
        @Nullable Boolean merged,
        @Nullable String format,
        @Nullable AccessWish access,
        @Nullable Long version) {
    private static final String UNNAMED = "preview";

    Feed named() {
        return feed(Requests.given("name", name, "the name of the feed"), null);
    }

    /** The definition that follows another one, whose password stays where none is sent. */
    Feed following(Feed before) {
        if (name != null && !name.equals(before.name())) {
            throw Requests.refused("name", name, before.name() + ", or left out: a feed keeps its name");
        }
        return feed(before.name(), before.access());
    }

    /** The version of the definition that this one was made from. */
    long madeFrom() {
        return Requests.given("version", version, "the version of the definition that this one was made from");
    }

    Choice choice() {
        return feed(name == null ? UNNAMED : name, null).choice();
    }

    private Feed feed(String itsName, @Nullable FeedAccess before) {
        var choice = new Choice(
                selection == null ? Selection.ALL : selection,
                capacity == null ? Choice.USUAL_CAPACITY : capacity,
                merged == null || merged);
        FeedAccess wanted = access == null ? new FeedAccess.Open() : access.access(before);
        return new Feed(itsName, comment, choice, format == null ? "plain" : format, wanted);
    }
}
