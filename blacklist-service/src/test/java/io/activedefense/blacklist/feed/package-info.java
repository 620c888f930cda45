// SPDX-License-Identifier: Apache-2.0
/** Feeds: what they hold and how they are written. */
@NullMarked
package io.activedefense.blacklist.feed;

import org.jspecify.annotations.NullMarked;
