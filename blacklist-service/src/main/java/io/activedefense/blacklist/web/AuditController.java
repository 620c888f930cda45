// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.audit.AuditEvent;
import io.activedefense.blacklist.audit.AuditLog;
import io.activedefense.blacklist.audit.AuditQuery;
import io.activedefense.blacklist.exchange.AuditFile;
import io.activedefense.blacklist.web.ExportStream.Part;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who did what, for admins. */
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "audit")
final class AuditController {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    /**
     * Events.
     *
     * @param events the latest first
     * @param next what {@code before} is for the next page; absent: this is the last
     */
    record AuditPage(List<AuditEvent> events, @Nullable Long next) {}

    @Get
    @Operation(
            summary = "Every change that somebody made and every sign-in, the latest first",
            description = "With who, how and from where, and how it was before and after; never with a secret.")
    @ApiResponse(responseCode = "200")
    AuditPage list(
            @RequestBean AuditParameters parameters,
            @QueryValue @Nullable String before,
            @QueryValue @Nullable String limit) {
        int most = limit == null ? USUAL : Requests.number("limit", limit, 1, MOST);
        Long from = before == null ? null : Requests.id("before", before);
        List<AuditEvent> found = log.search(parameters.query(from, most + 1));
        boolean more = found.size() > most;
        List<AuditEvent> page = more ? found.subList(0, most) : found;
        return new AuditPage(page, more ? page.getLast().id() : null);
    }

    @Get("/export")
    @Operation(summary = "The events that the other parameters select as CSV, however many, the latest first")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    HttpResponse<StreamedFile> export(@RequestBean AuditParameters parameters) {
        var file = new ExportStream<>(AuditFile.heading(), parameters.query(null, MOST), this::part);
        return HttpResponse.ok(new StreamedFile(file, MediaType.of("text/csv;charset=utf-8")))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
    }

    private Part<AuditQuery> part(AuditQuery query) {
        List<AuditEvent> events = log.search(query);
        String lines = events.stream().map(AuditFile::line).collect(Collectors.joining());
        return new Part<>(
                lines,
                events.size() < query.limit()
                        ? null
                        : query.behind(events.getLast().id()));
    }
}
