// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.InitialPassword;
import io.activedefense.blacklist.session.Session;
import io.activedefense.blacklist.session.Sessions;
import io.activedefense.blacklist.session.SignIn;
import io.activedefense.blacklist.web.SessionView.SessionList;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** What everybody may do about oneself. */
@Controller("/api/v1/account")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "account")
final class AccountController {
    private final SignIn door;
    private final Sessions sessions;
    private final InitialPassword initialPassword;
    private final Doorway doorway;

    AccountController(SignIn door, Sessions sessions, InitialPassword initialPassword, Doorway doorway) {
        this.door = door;
        this.sessions = sessions;
        this.doorway = doorway;
        this.initialPassword = initialPassword;
    }

    @Put("/password")
    @Operation(
            summary = "Change one's own password",
            description = "Every session of this user ends; the answer sets the cookie of a new one.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PasswordChange.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedIn.class)))
    HttpResponse<?> change(@Body byte[] body, HttpRequest<?> request) {
        PasswordChange wish = Requests.document(body, PasswordChange.class);
        String present = Requests.given("present", wish.present(), "the password until now");
        String next = Requests.given("next", wish.next(), "the password from now on");
        Session session = Caller.signedIn(request);
        SignIn.Outcome outcome = Requests.accepted(
                () -> door.changePassword(doorway.visit(session.user().name(), request), present, next));
        if (outcome instanceof SignIn.Outcome.In && session.user().mustChangePassword()) {
            initialPassword.remove();
        }
        return doorway.answer(outcome, "The present password is wrong.", request);
    }

    @Get("/sessions")
    @Operation(summary = "Where one is signed in")
    @ApiResponse(responseCode = "200")
    SessionList own(HttpRequest<?> request) {
        Caller caller = Caller.of(request).orElseThrow();
        return new SessionList(ownOf(caller).stream()
                .map(session -> SessionView.of(session, caller))
                .toList());
    }

    @Delete("/sessions/{id}")
    @Operation(summary = "End one of one's own sessions")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> end(@PathVariable String id, HttpRequest<?> request) {
        long number = Requests.id("id", id);
        boolean isOwn = ownOf(Caller.of(request).orElseThrow()).stream().anyMatch(session -> session.id() == number);
        if (!isOwn || !sessions.end(number)) {
            throw new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "You have no such session."));
        }
        return HttpResponse.noContent();
    }

    private List<Session> ownOf(Caller caller) {
        return sessions.all().stream()
                .filter(session -> session.user().name().equals(caller.getName()))
                .toList();
    }
}
