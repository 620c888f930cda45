// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.record.RecordFigures;
import io.activedefense.blacklist.record.RecordFigures.Bar;
import io.activedefense.blacklist.record.RecordFigures.By;
import io.activedefense.blacklist.record.RecordFigures.Share;
import io.activedefense.blacklist.record.RecordFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many records there are of what. */
@Controller("/api/v1/records")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "records")
final class RecordFiguresController {
    private static final int USUAL_BARS = 60;
    private static final int MOST_BARS = 500;
    private static final int USUAL_SHARES = 10;
    private static final int MOST_SHARES = 100;

    private final RecordFigures figures;
    private final Waiters waiters;
    private final Clock clock = Clock.systemUTC();

    RecordFiguresController(RecordFigures figures, Waiters waiters) {
        this.figures = figures;
        this.waiters = waiters;
    }

    /**
     * Records over time.
     *
     * @param from when the first bar begins, or began
     * @param until when the last one ends
     * @param stepSeconds how long each is
     * @param bars those with any records, the oldest first
     */
    record Histogram(Instant from, Instant until, long stepSeconds, List<Bar> bars) {}

    /**
     * The values that most records have.
     *
     * @param by what is counted
     * @param values the most first
     */
    record Top(By by, List<Share> values) {}

    @Get("/histogram")
    @Operation(
            summary = "How many records were seen when",
            description = "Of the last 24 hours, unless a time is given.")
    @ApiResponse(responseCode = "200")
    Histogram histogram(
            @RequestBean RecordParameters parameters, @QueryValue @Nullable String bars, HttpRequest<?> request) {
        int count = bars == null ? USUAL_BARS : Requests.number("bars", bars, 1, MOST_BARS);
        RecordFilter filter = parameters.boundedFilter(clock.instant());
        Instant from = Requests.given("from", filter.from(), "a time");
        Instant until = Requests.given("until", filter.until(), "a time");
        Duration step = Duration.ofSeconds(Math.max(
                1, Duration.between(from, until).plusSeconds(count - 1L).toSeconds() / count));
        return new Histogram(from, until, step.toSeconds(), figures.histogram(filter, step, waiters.of(request)));
    }

    @Get("/top")
    @Operation(
            summary = "The sources, destinations, ports, countries, devices, rules and so on that most records have",
            description = "Of the last 24 hours, unless a time is given. An empty value: the record has none.")
    @ApiResponse(responseCode = "200")
    Top top(
            @RequestBean RecordParameters parameters,
            @Parameter(required = true) @QueryValue @Nullable String by,
            @QueryValue @Nullable String most,
            HttpRequest<?> request) {
        By counted = Requests.oneOf("by", by == null ? "nothing" : by, By.values(), Requests::word);
        int count = most == null ? USUAL_SHARES : Requests.number("most", most, 1, MOST_SHARES);
        return new Top(
                counted, figures.top(parameters.boundedFilter(clock.instant()), counted, count, waiters.of(request)));
    }
}
