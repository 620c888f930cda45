// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

/** Where an address stands. */
public enum Standing {
    /** Something is known of it, but it has not come on the list. */
    RECORDED,
    LISTED,
    /** It was taken off the list, and readers of the topic are told so. */
    RELEASED,
    /** Its release is so long ago that readers of the topic know nothing of it any more. */
    FORGOTTEN
}
