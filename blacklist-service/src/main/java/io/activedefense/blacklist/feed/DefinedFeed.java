// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import java.time.Instant;

/**
 * A feed and who defined it.
 *
 * @param feed as it is defined now
 * @param version counts the definitions of this name, from 1; a name that was given up goes on counting
 * @param at since when
 * @param by who
 * @param why in that one's words
 */
public record DefinedFeed(Feed feed, long version, Instant at, String by, String why) {}
