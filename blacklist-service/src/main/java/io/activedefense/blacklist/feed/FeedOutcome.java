// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

/** What became of a wish to define a feed anew. */
public sealed interface FeedOutcome {
    /** So it is defined now; where it was so already, nothing was changed. */
    record Defined(DefinedFeed feed) implements FeedOutcome {}

    /** It was made from another definition than the one there is; nothing was changed. */
    record Conflict(DefinedFeed there) implements FeedOutcome {}

    /** There is no such feed. */
    record Unknown() implements FeedOutcome {}
}
