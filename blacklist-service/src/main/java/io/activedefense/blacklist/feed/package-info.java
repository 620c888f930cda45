// SPDX-License-Identifier: Apache-2.0
/** What a list for firewalls is: which entries it takes, how they are merged and written, and who may read it. */
@NullMarked
package io.activedefense.blacklist.feed;

import org.jspecify.annotations.NullMarked;
