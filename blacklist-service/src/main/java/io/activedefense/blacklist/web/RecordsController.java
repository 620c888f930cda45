// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.record.Listing;
import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.record.RecordKey;
import io.activedefense.blacklist.record.RecordPage;
import io.activedefense.blacklist.record.Records;
import io.activedefense.contracts.address.IpAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What firewalls logged. */
@Controller("/api/v1/records")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "records")
final class RecordsController {
    private final Records records;
    private final LineCountries countries;
    private final Waiters waiters;
    private final Clock clock = Clock.systemUTC();

    RecordsController(Records records, LineCountries countries, Waiters waiters) {
        this.records = records;
        this.countries = countries;
        this.waiters = waiters;
    }

    /**
     * Log records.
     *
     * @param records the newest first
     * @param next what {@code cursor} is for the next page; absent: this is the last
     * @param searchedTo where the search took too long to be finished, how far back it came: what the next page goes on
     *     with; absent: nothing was left out
     */
    record RecordsView(
            List<RecordView> records,
            @Nullable String next,
            @Nullable Instant searchedTo) {}

    @Get
    @Operation(
            summary = "Log records, the newest first",
            description =
                    "Parameters narrow it down together. Each record says whether its source is listed now. A search that"
                            + " takes long answers with what it has found, and with searchedTo.")
    @ApiResponse(responseCode = "200")
    RecordsView search(
            @RequestBean RecordParameters parameters,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit,
            HttpRequest<?> request) {
        RecordPage page = records.search(parameters.query(clock.instant(), cursor, limit), waiters.of(request));
        return new RecordsView(
                views(page.records()), page.next() == null ? null : page.next().toString(), page.searchedTo());
    }

    @Get("/{id}")
    @Operation(summary = "One log record, whole")
    @ApiResponse(responseCode = "200")
    RecordView one(@PathVariable String id) {
        RecordKey key = RecordParameters.key("id", id);
        LogRecord found = records.find(key)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND,
                        "There is no log record " + id + "; it may have been kept long enough.")));
        return views(List.of(found)).getFirst();
    }

    private List<RecordView> views(List<LogRecord> found) {
        Map<IpAddress, Listing> listings = records.listings(
                found.stream().map(each -> each.event().source()).collect(Collectors.toSet()));
        return found.stream()
                .map(each -> RecordView.of(each, listings.get(each.event().source()), countries))
                .toList();
    }
}
