// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.exchange.RecordFile;
import io.activedefense.blacklist.record.Listing;
import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.record.RecordPage;
import io.activedefense.blacklist.record.RecordQuery;
import io.activedefense.blacklist.record.Records;
import io.activedefense.blacklist.web.ExportStream.Part;
import io.activedefense.contracts.address.IpAddress;
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
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records as files. */
@Controller("/api/v1/records/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "records")
final class RecordExportController {
    private final Records records;
    private final LineCountries countries;
    private final Clock clock = Clock.systemUTC();

    RecordExportController(Records records, LineCountries countries) {
        this.records = records;
        this.countries = countries;
    }

    @Get
    @Operation(
            summary = "Log records as a file, the newest first, however many",
            description =
                    "CSV, or with format=json a JSON document a line, as /api/v1/records/{id} answers it. In CSV a"
                            + " value that a spreadsheet would run as a formula has an apostrophe before it.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
            })
    HttpResponse<StreamedFile> export(@RequestBean RecordParameters parameters, @QueryValue @Nullable String format) {
        RecordFile file =
                format == null ? RecordFile.CSV : Requests.oneOf("format", format, RecordFile.values(), Requests::word);
        var first = new RecordQuery(parameters.filter(clock.instant()), null, RecordQuery.MOST);
        boolean csv = file == RecordFile.CSV;
        var stream = new ExportStream<>(file.heading(), first, query -> part(file, query));
        return HttpResponse.ok(
                        new StreamedFile(stream, MediaType.of(csv ? "text/csv;charset=utf-8" : "application/x-ndjson")))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"log-records." + (csv ? "csv" : "ndjson") + "\"");
    }

    private Part<RecordQuery> part(RecordFile file, RecordQuery query) {
        RecordPage page = records.search(query);
        Map<IpAddress, Listing> listings = records.listings(
                page.records().stream().map(each -> each.event().source()).collect(Collectors.toSet()));
        String lines = page.records().stream()
                .map(each -> line(file, each, listings.get(each.event().source())))
                .collect(Collectors.joining());
        return new Part<>(lines, page.next() == null ? null : query.behind(page.next()));
    }

    private String line(RecordFile file, LogRecord record, @Nullable Listing listing) {
        RecordView view = RecordView.of(record, listing, countries);
        return file.line(view.row(), view);
    }
}
