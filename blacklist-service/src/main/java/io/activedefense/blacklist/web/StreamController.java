// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.History;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import io.micronaut.http.HttpRequest;
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
import java.util.List;
import java.util.Optional;
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

    /** Steps between two looks at whether the follower may still follow. */
    private static final int LOOK_EVERY = 5;

    /** Each asks the database once a second. */
    private static final int MOST_FOLLOWERS = 100;

    private final History history;
    private final StatusController status;
    private final Identification identification;
    private final Scheduler scheduler;
    private final AtomicInteger followers = new AtomicInteger();

    StreamController(
            History history,
            StatusController status,
            Identification identification,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.history = history;
        this.status = status;
        this.identification = identification;
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
    Flux<Event<?>> stream(@Header("Last-Event-ID") @Nullable String last, HttpRequest<?> request) {
        var follower = new Follower(history, status::status, last == null ? null : Requests.id("Last-Event-ID", last));
        if (followers.get() >= MOST_FOLLOWERS) {
            throw new ProblemException(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS, MOST_FOLLOWERS + " pages follow already; close some of them."));
        }
        return Flux.interval(Duration.ZERO, STEP)
                .onBackpressureDrop()
                .concatMap(
                        step -> Mono.fromCallable(() -> news(step, follower, request))
                                .subscribeOn(scheduler),
                        1)
                .takeWhile(Optional::isPresent)
                .concatMapIterable(Optional::get)
                .doOnSubscribe(begin -> followers.incrementAndGet())
                .doFinally(end -> followers.decrementAndGet());
    }

    /** Absent: who follows may not do so any more. */
    private Optional<List<Event<?>>> news(long step, Follower follower, HttpRequest<?> request) {
        boolean mayFollow = step % LOOK_EVERY != 0 || identification.isStillKnown(request);
        return mayFollow ? Optional.of(follower.step()) : Optional.empty();
    }
}
