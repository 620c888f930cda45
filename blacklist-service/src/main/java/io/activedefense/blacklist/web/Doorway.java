// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.session.SignIn.Outcome;
import io.activedefense.blacklist.session.Visit;
import io.activedefense.contracts.address.IpAddress;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Between the door and HTTP: who comes, and how it is answered. */
@Singleton
final class Doorway {
    private final Callers callers;

    Doorway(Callers callers) {
        this.callers = callers;
    }

    Visit visit(String user, HttpRequest<?> request) {
        IpAddress address = callers.addressOf(request).orElse(IpAddress.ipv4(0));
        String agent = request.getHeaders().findFirst(HttpHeaders.USER_AGENT).orElse("");
        return new Visit(user, address, agent);
    }

    /** Who was in before on this browser is no more: another secret takes the place of what anybody may know. */
    MutableHttpResponse<?> answer(Outcome outcome, String refusal, HttpRequest<?> request) {
        return switch (outcome) {
            case Outcome.In in ->
                HttpResponse.ok(SignedIn.of(in.session(), SessionCookie.csrfToken(in.secret())))
                        .cookie(SessionCookie.of(in.secret(), callers.isSecure(request)));
            case Outcome.Refused refused ->
                Problem.of(HttpStatus.UNAUTHORIZED, refusal).toResponse();
            case Outcome.Wait wait -> later(wait.time());
        };
    }

    Cookie ended(HttpRequest<?> request) {
        return SessionCookie.ended(callers.isSecure(request));
    }

    private static MutableHttpResponse<?> later(Duration time) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "There were too many attempts. Try again in " + seconds + " s.")
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
