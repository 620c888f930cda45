// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.EndpointSensitivityHandler;
import io.micronaut.web.router.RouteAttributes;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. Every endpoint is closed unless {@link Rights} opens it; that also goes for management endpoints, which
 * leave it to this gate who may. The page's files are open: they hold nothing, and it is there that one signs in.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Gate implements EndpointSensitivityHandler, Ordered {
    private static final String REALM = "Bearer realm=\"Active Defense\"";

    /** The name of the caller, for the history. */
    static String nameOf(HttpRequest<?> request) {
        return Caller.of(request)
                .map(Caller::getName)
                .orElseThrow(() -> new IllegalStateException("a change was let in without a name"));
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (RouteAttributes.getRouteMatch(request).isEmpty()) {
            return null;
        }
        Access access = Rights.of(request).orElse(null);
        if (access == Access.OPEN) {
            return null;
        }
        Optional<Caller> caller = Caller.of(request);
        return caller.isEmpty() ? nobody() : refusal(access, caller.get(), request);
    }

    @Override
    public int getOrder() {
        return FilterOrder.GATE;
    }

    private static @Nullable HttpResponse<?> refusal(@Nullable Access access, Caller caller, HttpRequest<?> request) {
        if (access == null || !access.admits(caller)) {
            return forbidden(access);
        }
        if (caller.mustChangePassword() && !access.comesFirst()) {
            return problem(HttpStatus.FORBIDDEN, "Change your password first: PUT /api/v1/account/password.");
        }
        return caller.session() == null || Rights.isReading(request) || hasCsrfToken(caller, request)
                ? null
                : problem(
                        HttpStatus.FORBIDDEN,
                        "A change needs the csrfToken of the session in the header " + SessionCookie.CSRF_HEADER + ".");
    }

    /** In a time that doesn't tell how much of it was right. */
    private static boolean hasCsrfToken(Caller caller, HttpRequest<?> request) {
        String given = request.getHeaders().get(SessionCookie.CSRF_HEADER);
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(UTF_8), caller.csrfToken().getBytes(UTF_8));
    }

    private static HttpResponse<?> forbidden(@Nullable Access access) {
        String needed = switch (access) {
            case null -> "Nobody may call this.";
            case OPEN, ANY_SESSION, SESSION -> "Sign in for this; a token is not enough.";
            case VIEWER -> "This needs the role viewer.";
            case OPERATOR -> "This needs the role operator.";
            case ADMIN -> "This needs the role admin.";
            case ADMIN_SESSION -> "This needs an admin who is signed in; a token is not enough.";
        };
        return problem(HttpStatus.FORBIDDEN, needed);
    }

    private static HttpResponse<?> nobody() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "Sign in, or send a token.")
                .toResponse()
                .header(HttpHeaders.WWW_AUTHENTICATE, REALM);
    }

    private static HttpResponse<?> problem(HttpStatus status, String detail) {
        return Problem.of(status, detail).toResponse();
    }
}
