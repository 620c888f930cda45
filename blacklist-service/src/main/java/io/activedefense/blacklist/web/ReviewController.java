// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.review.Decided;
import io.activedefense.blacklist.review.HeldDetection;
import io.activedefense.blacklist.review.HeldDetection.State;
import io.activedefense.blacklist.review.ReviewQueue;
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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The detections that wait for an operator's word. */
@Controller("/api/v1/review")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "review")
final class ReviewController {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final ReviewQueue queue;

    ReviewController(ReviewQueue queue) {
        this.queue = queue;
    }

    /**
     * Held detections.
     *
     * @param held the latest first
     * @param waiting how many wait for a word, on all pages
     * @param next what {@code before} is for the next page; absent: this is the last
     */
    record ReviewPage(
            List<HeldDetection> held,
            long waiting,
            @Nullable Long next) {}

    @Get
    @Operation(summary = "Held detections, the latest first: those that wait, or those of another state, or any")
    @ApiResponse(responseCode = "200")
    ReviewPage list(
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String before,
            @QueryValue @Nullable String limit) {
        int most = limit == null ? USUAL : Requests.number("limit", limit, 1, MOST);
        Long from = before == null ? null : Requests.id("before", before);
        List<HeldDetection> found = queue.latest(states(state), from, most + 1);
        boolean more = found.size() > most;
        List<HeldDetection> page = more ? found.subList(0, most) : found;
        return new ReviewPage(page, queue.waiting(), more ? page.getLast().id() : null);
    }

    @Post("/decisions")
    @Operation(summary = "List held detections now, let them be, or put their sources on the allowlist")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewDecision.class)))
    @ApiResponse(responseCode = "200")
    List<Decided> decide(@Body byte[] body, HttpRequest<?> request) {
        var decision = Requests.document(body, NewDecision.class).by(Gate.nameOf(request));
        return Requests.accepted(() -> queue.decide(decision));
    }

    private static Set<State> states(@Nullable String state) {
        if (state == null) {
            return Set.of(State.WAITING);
        }
        return state.equals("any") ? Set.of() : Set.of(Requests.oneOf("state", state, State.values(), Requests::word));
    }
}
