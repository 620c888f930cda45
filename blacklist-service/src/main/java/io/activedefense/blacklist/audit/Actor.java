// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.audit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param who the user
 * @param via how: with a session, a token or a command
 * @param address from where; absent: on this machine
 */
public record Actor(String who, Via via, @Nullable String address) {
    public Actor {
        requireNonNull(who, "who");
        requireNonNull(via, "via");
    }
}
