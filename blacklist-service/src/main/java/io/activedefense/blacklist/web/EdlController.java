// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.edl.EdlSnapshot;
import io.activedefense.blacklist.edl.Poll;
import io.activedefense.blacklist.edl.PublishedList;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list that firewalls poll. Answers from memory, on the thread that read the request. */
@Controller("/files")
@Tag(name = "list")
final class EdlController {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String RETRY_AFTER_SECONDS = "30";

    private final PublishedList published;
    private final Clock clock = Clock.systemUTC();

    EdlController(PublishedList published) {
        this.published = published;
    }

    @Get("/blacklist.txt")
    @Produces("text/plain")
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
        return published
                .current()
                .<HttpResponse<byte[]>>map(snapshot -> answer(request.getHeaders(), snapshot))
                .orElseGet(() -> HttpResponse.<byte[]>status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    private MutableHttpResponse<byte[]> answer(HttpHeaders asked, EdlSnapshot snapshot) {
        var poll = new Poll(
                joined(asked, HttpHeaders.IF_NONE_MATCH),
                asked.get(HttpHeaders.IF_MODIFIED_SINCE),
                joined(asked, HttpHeaders.ACCEPT_ENCODING));
        Poll.Answer answer = poll.of(snapshot, clock.instant());
        MutableHttpResponse<byte[]> response = answer.changed() ? whole(answer) : HttpResponse.notModified();
        response.header(HttpHeaders.ETAG, answer.representation().etag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        answer.lastModified().ifPresent(date -> response.header(HttpHeaders.LAST_MODIFIED, date));
        return response;
    }

    private static MutableHttpResponse<byte[]> whole(Poll.Answer answer) {
        byte[] bytes = answer.representation().bytes();
        MutableHttpResponse<byte[]> response =
                HttpResponse.ok(bytes).header(HttpHeaders.CONTENT_TYPE, TEXT).contentLength(bytes.length);
        return answer.gzip() ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
    }

    /** A list may come in several header lines. */
    private static @Nullable String joined(HttpHeaders asked, String name) {
        List<String> lines = asked.getAll(name);
        return lines.isEmpty() ? null : String.join(", ", lines);
    }
}
