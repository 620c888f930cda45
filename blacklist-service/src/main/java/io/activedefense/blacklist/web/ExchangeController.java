// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.Addition;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.EntryPage;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.entry.ImportOutcome;
import io.activedefense.blacklist.entry.ImportOutcome.Fault;
import io.activedefense.blacklist.exchange.EntryFile;
import io.activedefense.blacklist.exchange.EntryReader;
import io.activedefense.blacklist.exchange.Reading;
import io.activedefense.blacklist.exchange.Reading.Line;
import io.activedefense.blacklist.exchange.Reading.LineFault;
import io.activedefense.blacklist.web.ExportStream.Part;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as files: what operators keep, and what they bring along. */
@Controller("/api/v1/blacklist")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "blacklist")
final class ExchangeController {
    private static final int MOST_FAULTS = 100;

    private final Blacklist blacklist;

    ExchangeController(Blacklist blacklist) {
        this.blacklist = blacklist;
    }

    /**
     * What an import did, or would do.
     *
     * @param added entries that were not listed before
     * @param listedBefore entries that were, and stay as they were
     * @param dryRun whether it was only asked for
     */
    record Import(int added, int listedBefore, boolean dryRun) {}

    @Get("/export")
    @Operation(
            summary = "Entries as a file, plain or CSV",
            description = "All that the other parameters select, however many; a page's limit does not count. In CSV a"
                    + " value that a spreadsheet would run as a formula has an apostrophe before it.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    HttpResponse<StreamedFile> export(@RequestBean ListParameters parameters, @QueryValue @Nullable String format) {
        EntryFile file =
                format == null ? EntryFile.CSV : Requests.oneOf("format", format, EntryFile.values(), Requests::word);
        var first = new EntryQuery(parameters.filter(), parameters.order(), null, EntryQuery.MOST);
        MediaType type = file == EntryFile.CSV ? MediaType.of("text/csv;charset=utf-8") : MediaType.TEXT_PLAIN_TYPE;
        String name = file == EntryFile.CSV ? "blacklist.csv" : "blacklist.txt";
        return HttpResponse.ok(
                        new StreamedFile(new ExportStream<>(file.heading(), first, query -> part(file, query)), type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    @Post("/import")
    @Consumes({MediaType.TEXT_PLAIN, MediaType.TEXT_CSV})
    @Operation(
            summary = "List all entries of a file, or none",
            description =
                    "Plain: an address or prefix a line, and after a space a comment. CSV: a heading with address,"
                            + " and if wanted comment and expiresAt. Where a line is not accepted, every such line is told, and"
                            + " nothing is changed. What is listed already stays as it is.")
    @RequestBody(
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "200")
    Import read(
            @Body byte[] body,
            @QueryValue @Nullable String comment,
            @QueryValue @Nullable String dryRun,
            HttpRequest<?> request) {
        String text = Requests.text(body);
        boolean csv = request.getContentType()
                .filter(type -> type.matches(MediaType.of(MediaType.TEXT_CSV)))
                .isPresent();
        Reading reading = csv ? EntryReader.csv(text) : EntryReader.plain(text);
        if (!reading.faults().isEmpty()) {
            throw refused(reading.faults());
        }
        String words = comment == null ? null : Requests.words("comment", comment);
        boolean only = dryRun != null && Requests.bool("dryRun", dryRun);
        List<Addition> additions = reading.entries().stream()
                .map(line -> addition(line, words, Gate.nameOf(request)))
                .toList();
        return switch (blacklist.addAll(additions, only)) {
            case ImportOutcome.Imported done -> new Import(done.added(), done.listedBefore(), only);
            case ImportOutcome.Refused refused ->
                throw refused(refused.faults().stream()
                        .map(fault -> onItsLine(fault, reading.entries()))
                        .toList());
        };
    }

    private Part<EntryQuery> part(EntryFile file, EntryQuery query) {
        EntryPage page = blacklist.search(query);
        String lines = page.entries().stream().map(file::line).collect(Collectors.joining());
        return new Part<>(
                lines, page.next() == null ? null : query.behind(query.order().read(page.next())));
    }

    private static Addition addition(Line line, @Nullable String comment, String by) {
        return new Addition(line.address(), line.comment() == null ? comment : line.comment(), line.expiresAt(), by);
    }

    private static LineFault onItsLine(Fault fault, List<Line> lines) {
        return new LineFault(lines.get(fault.index()).line(), fault.field(), fault.value(), fault.accepted());
    }

    private static ProblemException refused(List<LineFault> faults) {
        String detail = (faults.size() == 1 ? "One line is" : faults.size() + " lines are")
                + " not accepted; nothing was changed.";
        LineFault first = faults.getFirst();
        return new ProblemException(new Problem(
                HttpStatus.BAD_REQUEST.getReason(),
                HttpStatus.BAD_REQUEST.getCode(),
                detail,
                "line " + first.line() + ", " + first.field(),
                first.value(),
                first.accepted(),
                faults.stream().limit(MOST_FAULTS).toList()));
    }
}
