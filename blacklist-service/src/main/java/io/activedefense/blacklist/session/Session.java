// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.session;

import static java.util.Objects.requireNonNull;

import io.activedefense.blacklist.people.User;
import java.time.Instant;

/**
 * Somebody who is signed in, on one browser.
 *
 * @param id by which it is listed and ended
 * @param user who, as this one is now
 * @param createdAt when this one signed in
 * @param usedAt when it was last used, to the minute
 * @param address from where it was opened
 * @param agent the browser, as it calls itself
 */
public record Session(long id, User user, Instant createdAt, Instant usedAt, String address, String agent) {
    public Session {
        requireNonNull(user, "user");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(usedAt, "usedAt");
        requireNonNull(address, "address");
        requireNonNull(agent, "agent");
    }
}
