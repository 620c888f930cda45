// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.RandomSecret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Optional;

/**
 * The cookie that names a session. Scripts don't see it, other sites don't send it, and it ends with the browser. Over
 * TLS its name makes browsers refuse it from anywhere but this very host (RFC 6265bis, 4.1.3).
 */
final class SessionCookie {
    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String NAME = "active-defense-session";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    /** Over TLS only the one that can't have been planted by who sits on a network without it. */
    static Optional<RandomSecret> read(HttpRequest<?> request, boolean secure) {
        return request.getCookies()
                .findCookie(name(secure))
                .map(Cookie::getValue)
                .map(RandomSecret::given);
    }

    static Cookie of(RandomSecret secret, boolean secure) {
        return shaped(Cookie.of(name(secure), secret.text()), secure);
    }

    /** Makes the browser forget it. */
    static Cookie ended(boolean secure) {
        return shaped(Cookie.of(name(secure), ""), secure).maxAge(0);
    }

    /** What the page sends along with each change: who only has the cookie, as another site has, does not know it. */
    static String csrfToken(RandomSecret secret) {
        return secret.derived("csrf");
    }

    private static Cookie shaped(Cookie cookie, boolean secure) {
        return cookie.httpOnly(true).secure(secure).sameSite(SameSite.Strict).path("/");
    }

    private static String name(boolean secure) {
        return secure ? SECURE_NAME : NAME;
    }
}
