// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.session.Session;

/**
 * Who is signed in.
 *
 * @param user by name
 * @param role what this one may do
 * @param mustChangePassword nothing else may be done before
 * @param csrfToken to be sent as X-CSRF-Token with every change
 */
record SignedIn(String user, Role role, boolean mustChangePassword, String csrfToken) {
    static SignedIn of(Session session, String csrfToken) {
        return new SignedIn(
                session.user().name(), session.user().role(), session.user().mustChangePassword(), csrfToken);
    }
}
