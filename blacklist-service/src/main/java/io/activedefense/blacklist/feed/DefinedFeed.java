// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import java.time.Instant;

/**
 * A feed and who defined it.
 *
 * @param feed as it is defined now
 * @param at since when
 * @param by who
 */
public record DefinedFeed(Feed feed, Instant at, String by) {}
