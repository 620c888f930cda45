// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.record.LiveLines;
import io.activedefense.blacklist.record.LiveLines.Following;
import io.activedefense.blacklist.record.RecordFilter;
import io.activedefense.contracts.event.FirewallEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What firewalls log, as they log it. */
@Controller("/api/v1/records/tail")
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "records")
final class RecordTailController {
    private static final Duration STEP = Duration.ofSeconds(1);

    /** Steps between two looks at whether the follower may still follow. */
    private static final int LOOK_EVERY = 5;

    /** Each reads all that comes. */
    private static final int MOST_FOLLOWERS = 10;

    /** More a second nobody reads. */
    private static final int MOST_AT_ONCE = 200;

    private final LiveLines lines;
    private final LineCountries countries;
    private final Identification identification;
    private final Scheduler scheduler;
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger followers = new AtomicInteger();

    RecordTailController(
            LiveLines lines,
            LineCountries countries,
            Identification identification,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.lines = lines;
        this.countries = countries;
        this.identification = identification;
        this.scheduler = Schedulers.fromExecutorService(executor);
    }

    /**
     * What was not shown.
     *
     * @param lines how many lines of this second, since there were too many
     */
    record Skipped(int lines) {}

    @Get(produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
    @Operation(
            summary = "Lines as they come, as server-sent events",
            description =
                    "Events of the name record are lines that the parameters select, up to 200 a second; of the name"
                            + " skipped, how many more there were. They are shown before they are filed, and have no id and no"
                            + " listed. The time parameters and copies do not matter.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema = @Schema(oneOf = {RecordView.class, Skipped.class})))
    Flux<Event<?>> tail(@RequestBean RecordParameters parameters, HttpRequest<?> request) {
        RecordFilter filter = parameters.filter(clock.instant());
        if (followers.incrementAndGet() > MOST_FOLLOWERS) {
            followers.decrementAndGet();
            throw new ProblemException(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    MOST_FOLLOWERS + " pages follow the log already; close some of them."));
        }
        Following following = lines.follow();
        return Flux.interval(Duration.ZERO, STEP)
                .onBackpressureDrop()
                .concatMap(
                        step -> Mono.fromCallable(() -> news(step, following, filter, request))
                                .subscribeOn(scheduler),
                        1)
                .takeWhile(Optional::isPresent)
                .concatMapIterable(Optional::get)
                .doFinally(end -> {
                    followers.decrementAndGet();
                    scheduler.schedule(following::close);
                });
    }

    /** Absent: who follows may not do so any more. */
    private Optional<List<Event<?>>> news(long step, Following following, RecordFilter filter, HttpRequest<?> request) {
        if (step % LOOK_EVERY == 0 && !identification.isStillKnown(request)) {
            return Optional.empty();
        }
        List<FirewallEvent> wanted = following.next().stream()
                .filter(event -> filter.wants(event, countries))
                .toList();
        var news = new ArrayList<Event<?>>();
        wanted.stream()
                .skip(Math.max(0, wanted.size() - MOST_AT_ONCE))
                .forEach(event ->
                        news.add(Event.of(RecordView.of(event, countries)).name("record")));
        if (wanted.size() > MOST_AT_ONCE) {
            news.add(Event.of(new Skipped(wanted.size() - MOST_AT_ONCE)).name("skipped"));
        }
        return Optional.of(news);
    }
}
