// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.edl.ServedFeed;
import io.activedefense.blacklist.edl.ServedFeeds;
import io.activedefense.blacklist.feed.FeedAccess;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The feeds that operators defined, each behind its own door. Answers from memory. */
@Controller("/files")
@Tag(name = "list")
final class FeedFilesController {
    private final ServedFeeds feeds;
    private final FeedDoor door;
    private final PollNotes notes;
    private final Clock clock = Clock.systemUTC();

    FeedFilesController(ServedFeeds feeds, FeedDoor door, PollNotes notes) {
        this.feeds = feeds;
        this.door = door;
        this.notes = notes;
    }

    @Get("/{file}")
    @Produces(MediaType.ALL)
    @Operation(
            summary = "A feed, as NAME.txt, NAME.csv or NAME.json",
            description = "Who may read it, and how it is written, is in its definition.",
            security = {})
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)))
    @ApiResponse(responseCode = "304", description = "The poller has this list")
    @ApiResponse(responseCode = "401", description = "Wrong user or password")
    @ApiResponse(responseCode = "403", description = "Not from this network")
    @ApiResponse(responseCode = "404", description = "There is no such feed")
    @ApiResponse(responseCode = "503", description = "There is no list yet; keep the one you have")
    CompletionStage<HttpResponse<?>> feed(@PathVariable String file, HttpRequest<?> request) {
        Optional<ServedFeed> feed = feeds.find(file);
        return feed.isPresent() ? atTheDoor(feed.get(), request) : CompletableFuture.completedFuture(noSuchFeed());
    }

    private CompletionStage<HttpResponse<?>> atTheDoor(ServedFeed feed, HttpRequest<?> request) {
        return door.enter(feed.feed(), request).thenApply(refusal -> {
            HttpResponse<?> answer = refusal.isPresent() ? refusal.get() : answer(feed, request);
            String user =
                    refusal.isEmpty() && feed.feed().access() instanceof FeedAccess.Basic basic ? basic.user() : null;
            notes.polled(feed.feed().name(), request, answer.code(), user, clock.instant());
            return answer;
        });
    }

    private HttpResponse<?> answer(ServedFeed feed, HttpRequest<?> request) {
        String contentType = feed.feed().listFormat().contentType();
        return ListAnswers.of(feed.published(), contentType, request.getHeaders(), clock.instant());
    }

    /** Before the database answered it may be there all the same. */
    private HttpResponse<?> noSuchFeed() {
        return feeds.isComplete()
                ? Problem.of(HttpStatus.NOT_FOUND, "There is no such feed.").toResponse()
                : ListAnswers.later();
    }
}
