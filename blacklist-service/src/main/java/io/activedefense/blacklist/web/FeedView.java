// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.edl.EdlSnapshot;
import io.activedefense.blacklist.edl.PublishedList;
import io.activedefense.blacklist.edl.ServedFeed;
import io.activedefense.blacklist.feed.DefinedFeed;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.FeedAccess;
import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Selection;
import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feed, as it is defined and as it is served.
 *
 * @param name also of its file
 * @param path where it is served
 * @param comment what it is for
 * @param selection which listed entries
 * @param capacity most lines
 * @param merged whether neighbours become one line
 * @param format how it is written
 * @param access who may read it
 * @param version counts the definitions of this name; a change names the one that it was made from
 * @param at since when it is defined so
 * @param by who did
 * @param why in that one's words
 * @param served what its pollers get; absent: nothing yet
 * @param hold a version that waits for an operator's word, or the last one that did
 */
record FeedView(
        String name,
        String path,
        @Nullable String comment,
        Selection selection,
        int capacity,
        boolean merged,
        String format,
        Access access,
        long version,
        Instant at,
        String by,
        String why,
        @Nullable ServedVersion served,
        @Nullable Hold hold) {

    /**
     * Who may read it; a password is never told.
     *
     * @param kind in which way it is closed
     * @param networks from where
     * @param user by HTTP basic
     */
    record Access(
            AccessKind kind,
            @Nullable List<Cidr> networks,
            @Nullable String user) {
        static Access of(FeedAccess access) {
            return switch (access) {
                case FeedAccess.Open open -> new Access(AccessKind.OPEN, null, null);
                case FeedAccess.Networks from -> new Access(AccessKind.NETWORKS, from.networks(), null);
                case FeedAccess.Basic basic -> new Access(AccessKind.BASIC, null, basic.user());
            };
        }
    }

    /**
     * What pollers get.
     *
     * @param version its entity tag
     * @param entries that it covers
     * @param bytes of its text
     * @param lines that it has; absent until it is built anew after a start
     * @param leftOut entries that were chosen, but had no room
     * @param changedAt when its content changed last
     * @param confirmedAt when it was last known to be what the database holds
     */
    record ServedVersion(
            String version,
            int entries,
            int bytes,
            @Nullable Integer lines,
            @Nullable Integer leftOut,
            Instant changedAt,
            @Nullable Instant confirmedAt) {

        static Optional<ServedVersion> of(PublishedList list, ServedFeed.@Nullable Build build) {
            return list.current().map(snapshot -> of(snapshot, list, build));
        }

        private static ServedVersion of(EdlSnapshot snapshot, PublishedList list, ServedFeed.@Nullable Build build) {
            return new ServedVersion(
                    snapshot.plain().etag(),
                    snapshot.entries(),
                    snapshot.plain().bytes().length,
                    build == null ? null : build.lines(),
                    build == null ? null : build.leftOut(),
                    snapshot.modified(),
                    list.confirmedAt().orElse(null));
        }
    }

    static FeedView of(DefinedFeed defined, Optional<ServedFeed> served, @Nullable Hold hold) {
        Feed feed = defined.feed();
        return new FeedView(
                feed.name(),
                "/files/" + feed.fileName(),
                feed.comment(),
                feed.choice().selection(),
                feed.choice().capacity(),
                feed.choice().merged(),
                feed.format(),
                Access.of(feed.access()),
                defined.version(),
                defined.at(),
                defined.by(),
                defined.why(),
                served.flatMap(list -> ServedVersion.of(list.published(), list.build()))
                        .orElse(null),
                hold);
    }
}
