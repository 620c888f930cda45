// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.alarm.Alarms;
import io.activedefense.blacklist.edl.EdlSnapshot;
import io.activedefense.blacklist.edl.PublishedList;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.review.ReviewQueue;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.status.ServiceStatus;
import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.blacklist.web.StatusView.Counts;
import io.activedefense.blacklist.web.StatusView.ServedList;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the whole is. Answers with Kafka and Postgres down: then it tells that. */
@Controller("/api/v1/status")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "status")
final class StatusController {
    private static final Logger LOG = LoggerFactory.getLogger(StatusController.class);

    private final ServiceStatus status;
    private final Blacklist blacklist;
    private final SettingsStore settings;
    private final ReviewQueue review;
    private final Alarms alarms;
    private final PublishedList published;
    private final Clock clock = Clock.systemUTC();

    StatusController(
            ServiceStatus status,
            Blacklist blacklist,
            SettingsStore settings,
            ReviewQueue review,
            Alarms alarms,
            PublishedList published) {
        this.status = status;
        this.blacklist = blacklist;
        this.settings = settings;
        this.review = review;
        this.alarms = alarms;
        this.published = published;
    }

    @Get
    @Operation(summary = "Components, lags, counts, the detector's progress and the list as it is served")
    @ApiResponse(responseCode = "200")
    StatusView status() {
        Instant now = clock.instant();
        StatusReport report = status.report();
        Optional<Counts> counts = counts();
        Optional<ServedList> list = published.current().map(this::served);
        var components = new Components(report, counts.isPresent(), list, now).all();
        return StatusView.of(now, components, counts.orElse(null), list.orElse(null), report);
    }

    private Optional<Counts> counts() {
        try {
            boolean on = settings.current().settings().on();
            return Optional.of(new Counts(
                    on, blacklist.listed(), blacklist.listedByReason(), review.waiting(), alarms.unnoticed()));
        } catch (RuntimeException e) {
            LOG.debug("the status is told without the database", e);
            return Optional.empty();
        }
    }

    private ServedList served(EdlSnapshot snapshot) {
        @Nullable Instant confirmedAt = published.confirmedAt().orElse(null);
        return new ServedList(
                snapshot.plain().etag(),
                snapshot.entries(),
                snapshot.plain().bytes().length,
                snapshot.modified(),
                confirmedAt);
    }
}
