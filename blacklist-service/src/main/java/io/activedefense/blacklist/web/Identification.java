// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.blacklist.session.Sessions;
import io.activedefense.blacklist.token.ApiToken;
import io.activedefense.blacklist.token.ApiTokens;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/**
 * Finds out who calls, by the session of a cookie or by a token. What firewalls poll does not pass here: it is served
 * without the database, on no other thread.
 */
@ServerFilter({"/api/**", "/health/**", "/prometheus", "/metrics/**"})
@ExecuteOn(TaskExecutors.BLOCKING)
final class Identification implements Ordered {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final LastKnown lastKnown;
    private final Callers callers;

    Identification(Sessions sessions, ApiTokens tokens, LastKnown lastKnown, Callers callers) {
        this.callers = callers;
        this.sessions = sessions;
        this.tokens = tokens;
        this.lastKnown = lastKnown;
    }

    @RequestFilter
    void identify(HttpRequest<?> request) {
        caller(request).ifPresent(request::setUserPrincipal);
    }

    /** Whether who was let in would still be known: asked again by what lasts longer than a call. */
    boolean isStillKnown(HttpRequest<?> request) {
        return caller(request).isPresent();
    }

    @Override
    public int getOrder() {
        return FilterOrder.IDENTIFICATION;
    }

    private Optional<Caller> caller(HttpRequest<?> request) {
        Optional<RandomSecret> token = token(request);
        return token.isPresent()
                ? lastKnown.or(request, token.get(), this::withToken)
                : SessionCookie.read(request, callers.isSecure(request))
                        .flatMap(secret -> lastKnown.or(request, secret, this::withSession));
    }

    private Optional<Caller> withToken(RandomSecret secret) {
        return tokens.use(secret).map(Caller::of);
    }

    private Optional<Caller> withSession(RandomSecret secret) {
        return sessions.use(secret).map(session -> Caller.of(session, secret));
    }

    private static Optional<RandomSecret> token(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(HttpHeaders.AUTHORIZATION)
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(text -> text.startsWith(ApiToken.MARK))
                .map(RandomSecret::given);
    }
}
