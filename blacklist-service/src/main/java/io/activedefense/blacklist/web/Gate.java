// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.EndpointSensitivityHandler;
import java.security.Principal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. Every path is closed unless it stands here, also those that nobody has thought of: routes, the page,
 * management endpoints, which leave it to this gate who may. Until there are users, the one who may is {@code admin}.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Gate implements EndpointSensitivityHandler, Ordered {
    static final Set<String> OPEN = Set.of("/files/blacklist.txt", "/health", "/health/liveness", "/health/readiness");

    /** Feeds ask by themselves who may read them. A firewall must never be refused for a feed that we don't know yet. */
    private static final Pattern FEED = Pattern.compile("/files/[a-z0-9-]{1,40}\\.(txt|csv|json)");

    private static final String ADMIN = "admin";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Principal OPERATOR = () -> ADMIN;

    private final AdminPassword password;

    Gate(AdminPassword password) {
        this.password = password;
    }

    /** The name of the caller, for the history. */
    static String nameOf(HttpRequest<?> request) {
        return request.getUserPrincipal()
                .map(Principal::getName)
                .orElseThrow(() -> new IllegalStateException("a change was let in without a name"));
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (isAdmin(request)) {
            request.setUserPrincipal(OPERATOR);
            return null;
        }
        return isOpen(request) ? null : refusal();
    }

    private static boolean isOpen(HttpRequest<?> request) {
        return OPEN.contains(request.getPath())
                || (READING.contains(request.getMethod())
                        && FEED.matcher(request.getPath()).matches());
    }

    @Override
    public int getOrder() {
        return FilterOrder.GATE;
    }

    private boolean isAdmin(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(HttpHeaders.AUTHORIZATION)
                .flatMap(BasicCredentials::read)
                .filter(credentials -> credentials.user().equals(ADMIN) && password.is(credentials.password()))
                .isPresent();
    }

    private static HttpResponse<?> refusal() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "Sign in as admin with the generated password.")
                .toResponse()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Active Defense\", charset=\"UTF-8\"");
    }
}
