// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.session.Session;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who is signed in, on one browser.
 *
 * @param id by which it is ended
 * @param user who
 * @param createdAt when this one signed in
 * @param usedAt when it was last used, to the minute
 * @param address from where it was opened
 * @param agent the browser, as it calls itself
 * @param own whether it is the one that asks
 */
record SessionView(long id, String user, Instant createdAt, Instant usedAt, String address, String agent, boolean own) {
    /**
     * Sessions.
     *
     * @param sessions the latest used first
     */
    record SessionList(List<SessionView> sessions) {}

    static SessionView of(Session session, Caller asking) {
        Session own = asking.session();
        return new SessionView(
                session.id(),
                session.user().name(),
                session.createdAt(),
                session.usedAt(),
                session.address(),
                session.agent(),
                own != null && own.id() == session.id());
    }
}
