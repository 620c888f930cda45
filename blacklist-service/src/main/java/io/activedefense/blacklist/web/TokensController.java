// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.token.ApiToken;
import io.activedefense.blacklist.token.ApiTokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Tokens for programs: one's own, and for admins everybody's. */
@Controller("/api/v1/tokens")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "account")
final class TokensController {
    private final ApiTokens tokens;
    private final Clock clock = Clock.systemUTC();

    TokensController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Tokens.
     *
     * @param tokens in the order of their users and names, those that are over too
     */
    record TokenList(List<ApiToken> tokens) {}

    /**
     * A token that was made.
     *
     * @param token what it is
     * @param secret to be sent as Authorization: Bearer; it is not told again
     */
    record MadeToken(ApiToken token, String secret) {
        @Override
        public String toString() {
            return "secret of the token " + token.name();
        }
    }

    @Get
    @Operation(summary = "One's own tokens; an admin sees everybody's")
    @ApiResponse(responseCode = "200")
    TokenList list(HttpRequest<?> request) {
        return new TokenList(of(Caller.of(request).orElseThrow()));
    }

    @Post
    @Operation(
            summary = "Make a token for oneself",
            description = "It may what its role may, and never more than its user. It is good until it expires or is"
                    + " withdrawn, and while its user may come in.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewToken.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MadeToken.class)))
    HttpResponse<MadeToken> make(@Body byte[] body, HttpRequest<?> request) {
        Caller caller = Caller.of(request).orElseThrow();
        ApiTokens.Wish wish =
                Requests.accepted(() -> Requests.document(body, NewToken.class).of(caller, clock.instant()));
        var secret = RandomSecret.create(ApiToken.MARK);
        ApiToken made = tokens.create(secret, wish)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.CONFLICT, "You have a token " + wish.name() + " already.")));
        return HttpResponse.created(new MadeToken(made, secret.text()), URI.create("/api/v1/tokens/" + made.id()));
    }

    @Delete("/{id}")
    @Operation(summary = "Withdraw a token; it is good for nothing from the next call on")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> withdraw(@PathVariable String id, HttpRequest<?> request) {
        long number = Requests.id("id", id);
        boolean isThere = of(Caller.of(request).orElseThrow()).stream().anyMatch(token -> token.id() == number);
        if (!isThere || !tokens.withdraw(number)) {
            throw new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There is no such token."));
        }
        return HttpResponse.noContent();
    }

    private List<ApiToken> of(Caller caller) {
        return tokens.all().stream()
                .filter(token -> caller.role() == Role.ADMIN || token.user().equals(caller.getName()))
                .toList();
    }
}
