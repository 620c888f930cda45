// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.edl.PublishedList;
import io.activedefense.blacklist.feed.Feed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;

/** The list that firewalls poll. Answers from memory, on the thread that read the request. */
@Controller("/files")
@Tag(name = "list")
final class EdlController {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final PublishedList published;
    private final PollNotes notes;
    private final Clock clock = Clock.systemUTC();

    EdlController(PublishedList published, PollNotes notes) {
        this.published = published;
        this.notes = notes;
    }

    @Get("/blacklist.txt")
    @Produces(MediaType.ALL) // narrower, and "Accept: */*" would prefer the route of the feeds
    @Operation(
            summary = "The list that firewalls poll",
            description = "One address or prefix a line, IPv4 first, in address order. Empty while nothing is listed.",
            security = {})
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)))
    @ApiResponse(responseCode = "304", description = "The poller has this list")
    @ApiResponse(responseCode = "503", description = "There is no list yet; keep the one you have")
    HttpResponse<byte[]> blacklist(HttpRequest<?> request) {
        Instant now = clock.instant();
        HttpResponse<byte[]> answer = ListAnswers.of(published, TEXT, request.getHeaders(), now);
        notes.polled(Feed.BUILT_IN, request, answer.code(), null, now);
        return answer;
    }
}
