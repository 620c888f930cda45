// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.session.Sessions;
import io.activedefense.blacklist.web.SessionView.SessionList;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Who is signed in, for admins. */
@Controller("/api/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "people")
final class SessionsController {
    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @Get
    @Operation(summary = "Who is signed in, and from where")
    @ApiResponse(responseCode = "200")
    SessionList list(HttpRequest<?> request) {
        Caller caller = Caller.of(request).orElseThrow();
        return new SessionList(sessions.all().stream()
                .map(session -> SessionView.of(session, caller))
                .toList());
    }

    @Delete("/{id}")
    @Operation(summary = "End somebody's session")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> end(@PathVariable String id) {
        if (!sessions.end(Requests.id("id", id))) {
            throw new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There is no such session."));
        }
        return HttpResponse.noContent();
    }
}
