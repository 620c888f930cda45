// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.audit.Via;
import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.session.Session;
import io.activedefense.blacklist.token.ApiTokens.Bearer;
import io.micronaut.http.HttpRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as a session or a token has shown.
 *
 * @param getName the user
 * @param role what the call may do
 * @param session that it belongs to; absent: it came with a token
 * @param csrfToken that a change in the session has to bring along; none for a token
 */
record Caller(String getName, Role role, @Nullable Session session, String csrfToken) implements Principal {
    static Caller of(Session session, RandomSecret secret) {
        return new Caller(session.user().name(), session.user().role(), session, SessionCookie.csrfToken(secret));
    }

    static Caller of(Bearer bearer) {
        return new Caller(bearer.user().name(), bearer.role(), null, "");
    }

    /** Nobody, if the call is none's. */
    static Optional<Caller> of(HttpRequest<?> request) {
        return request.getUserPrincipal(Caller.class);
    }

    /** Who is signed in; a token is not. */
    static Session signedIn(HttpRequest<?> request) {
        return of(request)
                .map(Caller::session)
                .orElseThrow(() -> new IllegalStateException("a call was let in without a session"));
    }

    Via via() {
        return session == null ? Via.TOKEN : Via.SESSION;
    }

    boolean mustChangePassword() {
        return session != null && session.user().mustChangePassword();
    }
}
