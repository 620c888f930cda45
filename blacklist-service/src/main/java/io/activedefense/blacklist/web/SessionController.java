// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.session.Session;
import io.activedefense.blacklist.session.Sessions;
import io.activedefense.blacklist.session.SignIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Signing in and out. */
@Controller("/api/v1/session")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "session")
final class SessionController {
    private final SignIn door;
    private final Sessions sessions;
    private final Doorway doorway;

    SessionController(SignIn door, Sessions sessions, Doorway doorway) {
        this.door = door;
        this.sessions = sessions;
        this.doorway = doorway;
    }

    @Post
    @Operation(
            summary = "Sign in",
            description = "The answer sets a cookie that names the session; a session that the call came with ends."
                    + " 401: the name or the password is wrong. 429: after too many wrong ones, with Retry-After.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Credentials.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedIn.class)))
    HttpResponse<?> signIn(@Body byte[] body, HttpRequest<?> request) {
        Credentials given = Requests.document(body, Credentials.class);
        String user = Requests.given("user", given.user(), "the name of a user");
        String password = Requests.given("password", given.password(), "that user's password");
        Caller.of(request).map(Caller::session).ifPresent(before -> sessions.end(before.id()));
        return doorway.answer(
                door.attempt(doorway.visit(user, request), password), "The name or the password is wrong.", request);
    }

    @Get
    @Operation(summary = "Who is signed in, and what is to be sent along with changes")
    @ApiResponse(responseCode = "200")
    SignedIn session(HttpRequest<?> request) {
        return SignedIn.of(
                Caller.signedIn(request), Caller.of(request).orElseThrow().csrfToken());
    }

    @Delete
    @Operation(summary = "Sign out")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> signOut(HttpRequest<?> request) {
        Session session = Caller.signedIn(request);
        sessions.end(session.id());
        return HttpResponse.<Void>noContent().cookie(doorway.ended(request));
    }
}
