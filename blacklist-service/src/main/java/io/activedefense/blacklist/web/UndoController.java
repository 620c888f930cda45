// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.Undoing;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes back what a rule has listed since a time: it was wrong, or its settings were. */
@Controller("/api/v1/blacklist/undo")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "blacklist")
final class UndoController {
    private static final String A_RULE = "the id of a rule, such as port-scan";
    private static final int NAMED = 100;

    private final Blacklist blacklist;

    UndoController(Blacklist blacklist) {
        this.blacklist = blacklist;
    }

    /**
     * Which listings to take back, as sent.
     *
     * @param rule id of the rule
     * @param since listed at this time or later
     * @param why up to 500 characters
     */
    record NewUndoing(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String rule,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant since,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String why) {}

    /**
     * What was taken back.
     *
     * @param released how many entries
     */
    record Undone(int released) {}

    @Get
    @Operation(summary = "What would be released if all that a rule has listed since a time were taken back")
    @ApiResponse(responseCode = "200")
    Undoing preview(@QueryValue @Nullable String rule, @QueryValue @Nullable String since) {
        String given = Requests.given("rule", rule, A_RULE);
        Instant from = Requests.time("since", Requests.given("since", since, "a time such as 2026-11-22T11:00:00Z"));
        return blacklist.undoable(given, from, NAMED);
    }

    @Post
    @Operation(summary = "Release all that only this rule has listed since a time")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewUndoing.class)))
    @ApiResponse(responseCode = "200")
    Undone undo(@Body byte[] body, HttpRequest<?> request) {
        NewUndoing wanted = Requests.document(body, NewUndoing.class);
        return new Undone(blacklist.undo(
                Requests.given("rule", wanted.rule(), A_RULE),
                Requests.given("since", wanted.since(), "a time such as 2026-11-22T11:00:00Z"),
                Requests.words("why", wanted.why()),
                Gate.nameOf(request)));
    }
}
