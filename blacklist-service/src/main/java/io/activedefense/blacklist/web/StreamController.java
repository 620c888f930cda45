// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.History;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What happens, as it happens, for pages. */
@Controller("/api/v1/stream")
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "stream")
final class StreamController {
    private static final Duration STEP = Duration.ofSeconds(1);

    /** Each asks the database once a second. */
    private static final int MOST_FOLLOWERS = 100;

    private final History history;
    private final StatusController status;
    private final Scheduler scheduler;
    private final AtomicInteger followers = new AtomicInteger();

    StreamController(
            History history, StatusController status, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.history = history;
        this.status = status;
        this.scheduler = Schedulers.fromExecutorService(executor);
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
    @Operation(
            summary = "Blacklist events and the status as server-sent events",
            description = "Events of the name blacklist are what happened to an entry; their id, sent back as"
                    + " Last-Event-ID, goes on where the connection was lost. Events of the name status, every three"
                    + " seconds, are what /api/v1/status answers.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema = @Schema(oneOf = {BlacklistEvent.class, StatusView.class})))
    Flux<Event<?>> stream(@Header("Last-Event-ID") @Nullable String last) {
        var follower = new Follower(history, status::status, last == null ? null : Requests.id("Last-Event-ID", last));
        if (followers.get() >= MOST_FOLLOWERS) {
            throw new ProblemException(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS, MOST_FOLLOWERS + " pages follow already; close some of them."));
        }
        return Flux.interval(Duration.ZERO, STEP)
                .onBackpressureDrop()
                .concatMap(
                        step -> Mono.fromCallable(follower::step)
                                .subscribeOn(scheduler)
                                .flatMapIterable(news -> news),
                        1)
                .doOnSubscribe(begin -> followers.incrementAndGet())
                .doFinally(end -> followers.decrementAndGet());
    }
}
