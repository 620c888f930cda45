// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.backtest.BacktestRun;
import io.activedefense.blacklist.backtest.BacktestRunner;
import io.activedefense.blacklist.backtest.Backtests;
import io.activedefense.blacklist.backtest.Difference.Change;
import io.activedefense.blacklist.backtest.Difference.Listing;
import io.activedefense.blacklist.backtest.Outcome;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.contracts.address.Cidr;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Other settings over the archived past: which addresses would have been listed, and which not. */
@Controller("/api/v1/backtests")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "backtests")
final class BacktestsController {
    private static final String PATH = "/api/v1/backtests/";
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final BacktestRunner runner;
    private final Backtests backtests;
    private final SettingsStore settings;
    private final Clock clock = Clock.systemUTC();

    BacktestsController(BacktestRunner runner, Backtests backtests, SettingsStore settings) {
        this.runner = runner;
        this.backtests = backtests;
        this.settings = settings;
    }

    /**
     * A source under both settings.
     *
     * @param source what is listed
     * @param change what would change for it
     * @param was when the settings in force list it, and by which rules; absent: they don't
     * @param would when the settings under test list it, and by which rules; absent: they don't
     * @param allowedSessions how many of its sessions firewalls have let through within the stretch of time
     * @param country as the firewalls' logs tell it; absent: they don't
     * @param listedNow whether it is on the list at present
     */
    record BacktestSource(
            Cidr source,
            Change change,
            @Nullable Listing was,
            @Nullable Listing would,
            long allowedSessions,
            @Nullable String country,
            boolean listedNow) {
        static BacktestSource of(Outcome outcome) {
            var difference = outcome.found().difference();
            var sessions = outcome.found().sessions();
            return new BacktestSource(
                    difference.source(),
                    difference.change(),
                    difference.was(),
                    difference.would(),
                    sessions.allowed(),
                    sessions.country(),
                    outcome.listedNow());
        }
    }

    /**
     * Some of the sources.
     *
     * @param sources by the time at which it first matters
     * @param next what {@code after} is for the next page; absent: this is the last
     */
    record BacktestSources(
            List<BacktestSource> sources, @Nullable Integer next) {}

    @Post
    @Operation(
            summary = "Try other settings on the archived past",
            description =
                    "Begins, and answers at once; how it stands is told under its number. One runs at a time, beside"
                            + " everything else.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewBacktest.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BacktestRun.class)))
    HttpResponse<BacktestRun> begin(@Body byte[] body, HttpRequest<?> request) {
        var question = Requests.document(body, NewBacktest.class)
                .question(settings.current().settings(), clock.instant());
        BacktestRun run = runner.begin(question, Gate.nameOf(request)).orElseThrow(BacktestsController::another);
        return HttpResponse.<BacktestRun>accepted(URI.create(PATH + run.id())).body(run);
    }

    @Get
    @Operation(summary = "The latest backtests, the latest first")
    @ApiResponse(responseCode = "200")
    List<BacktestRun> latest() {
        var now = clock.instant();
        return backtests.latest().stream().map(run -> run.at(now)).toList();
    }

    @Get("/{id}")
    @Operation(summary = "How a backtest stands, and what it found in numbers")
    @ApiResponse(responseCode = "200")
    BacktestRun run(@PathVariable String id) {
        return found(Requests.id("id", id));
    }

    @Get("/{id}/sources")
    @Operation(summary = "What a backtest found: addresses that would be listed or not, when, and by which rules")
    @ApiResponse(responseCode = "200")
    BacktestSources sources(
            @PathVariable String id,
            @Schema(description = "added, dropped, changed or same, several with commas; left out: all but same")
                    @QueryValue
                    @Nullable String change,
            @Schema(description = "A part of the address") @QueryValue @Nullable String text,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String limit) {
        long number = found(Requests.id("id", id)).id();
        int most = limit == null ? USUAL : Requests.number("limit", limit, 1, MOST);
        int passed = after == null ? 0 : Requests.number("after", after, 0, Integer.MAX_VALUE);
        List<Outcome> outcomes = backtests.outcomes(number, changes(change), text, passed, most + 1);
        boolean more = outcomes.size() > most;
        return new BacktestSources(
                outcomes.stream().limit(most).map(BacktestSource::of).toList(), more ? passed + most : null);
    }

    @Delete("/{id}")
    @Operation(summary = "Cancel a backtest that runs; what it has found so far is lost")
    @ApiResponse(responseCode = "200")
    BacktestRun cancel(@PathVariable String id) {
        long number = found(Requests.id("id", id)).id();
        backtests.cancel(number, clock.instant());
        return found(number);
    }

    private BacktestRun found(long id) {
        return backtests
                .find(id)
                .map(run -> run.at(clock.instant()))
                .orElseThrow(() ->
                        new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There is no backtest " + id + ".")));
    }

    private static Set<Change> changes(@Nullable String text) {
        if (text == null) {
            return Set.of(Change.ADDED, Change.DROPPED, Change.CHANGED);
        }
        return Arrays.stream(text.split(",", -1))
                .map(word -> Requests.oneOf("change", word, Change.values(), Requests::word))
                .collect(Collectors.toSet());
    }

    private static ProblemException another() {
        return new ProblemException(Problem.of(
                HttpStatus.CONFLICT, "Another backtest runs. Wait for its end, or cancel it; nothing was begun."));
    }
}
