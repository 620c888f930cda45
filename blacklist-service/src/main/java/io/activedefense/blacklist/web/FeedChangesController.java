// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.feed.FeedChange;
import io.activedefense.blacklist.feed.Feeds;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed which feed, when and why. */
@Controller("/api/v1/feeds/{name}/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "feeds")
final class FeedChangesController {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Feeds feeds;

    FeedChangesController(Feeds feeds) {
        this.feeds = feeds;
    }

    /**
     * Changes of a feed.
     *
     * @param changes the latest first
     * @param next what {@code before} is for the next page; absent: this is the last
     */
    record FeedChanges(List<FeedChange> changes, @Nullable Long next) {}

    @Get
    @Operation(
            summary = "Who changed what in a feed, when and why, the latest first",
            description = "Also of a feed that was given up. Of a password only that it changed is told.")
    @ApiResponse(responseCode = "200")
    FeedChanges list(
            @PathVariable String name, @QueryValue @Nullable String before, @QueryValue @Nullable String limit) {
        int most = limit == null ? USUAL : Requests.number("limit", limit, 1, MOST);
        Long from = before == null ? null : Requests.id("before", before);
        List<FeedChange> found = feeds.history(name, from, most + 1);
        if (found.isEmpty() && from == null) {
            throw new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There never was such a feed."));
        }
        List<FeedChange> changes = found.subList(0, Math.min(most, found.size()));
        return new FeedChanges(changes, found.size() > most ? changes.getLast().version() : null);
    }
}
