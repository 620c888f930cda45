// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.FeedAccess;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lets in who may read a feed. A firewall that is refused stops to enforce its list: what is not sure is "later". */
@Singleton
final class FeedDoor {
    private final PasswordChecks passwords;
    private final Callers callers;

    FeedDoor(PasswordChecks passwords, Callers callers) {
        this.passwords = passwords;
        this.callers = callers;
    }

    /** A refusal, or nothing: come in. */
    CompletionStage<Optional<HttpResponse<?>>> enter(Feed feed, HttpRequest<?> request) {
        return switch (feed.access()) {
            case FeedAccess.Open open -> answer(Optional.empty());
            case FeedAccess.Networks networks -> answer(fromElsewhere(networks, request));
            case FeedAccess.Basic basic -> withPassword(feed, basic, request);
        };
    }

    private Optional<HttpResponse<?>> fromElsewhere(FeedAccess.Networks networks, HttpRequest<?> request) {
        boolean allowed = callers.addressOf(request).filter(networks::have).isPresent();
        return allowed
                ? Optional.empty()
                : Optional.of(Problem.of(HttpStatus.FORBIDDEN, "This feed is not for your network.")
                        .toResponse());
    }

    private CompletionStage<Optional<HttpResponse<?>>> withPassword(
            Feed feed, FeedAccess.Basic basic, HttpRequest<?> request) {
        Optional<BasicCredentials> given = request.getHeaders()
                .findFirst(HttpHeaders.AUTHORIZATION)
                .flatMap(BasicCredentials::read)
                .filter(credentials -> credentials.user().equals(basic.user()));
        return given.isEmpty()
                ? answer(Optional.of(wrongPassword(feed)))
                : passwords.check(given.get().password(), basic.passwordHash()).thenApply(result -> switch (result) {
                    case RIGHT -> Optional.empty();
                    case WRONG -> Optional.of(wrongPassword(feed));
                    case LATER -> Optional.of(ListAnswers.later());
                });
    }

    private static HttpResponse<?> wrongPassword(Feed feed) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "This feed asks for its user and password.")
                .toResponse()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + feed.name() + "\", charset=\"UTF-8\"");
    }

    private static CompletionStage<Optional<HttpResponse<?>>> answer(Optional<HttpResponse<?>> refusal) {
        return CompletableFuture.completedFuture(refusal);
    }
}
