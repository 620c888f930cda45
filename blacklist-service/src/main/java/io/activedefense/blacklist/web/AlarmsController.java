// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.alarm.Alarm;
import io.activedefense.blacklist.alarm.Alarms;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators should know and do something about. */
@Controller("/api/v1/alarms")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "alarms")
final class AlarmsController {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Alarms alarms;

    AlarmsController(Alarms alarms) {
        this.alarms = alarms;
    }

    /**
     * Alarms.
     *
     * @param alarms the latest first
     * @param next what {@code before} is for the next page; absent: this is the last
     */
    record AlarmPage(List<Alarm> alarms, @Nullable Long next) {}

    /** Which alarms to list. */
    enum Which {
        STANDING,
        ALL
    }

    @Get
    @Operation(summary = "Alarms, the latest first: those that stand, or all there were")
    @ApiResponse(responseCode = "200")
    AlarmPage list(
            @QueryValue @Nullable String which,
            @QueryValue @Nullable String before,
            @QueryValue @Nullable String limit) {
        boolean standing =
                which == null || Requests.oneOf("which", which, Which.values(), Requests::word) == Which.STANDING;
        int most = limit == null ? USUAL : Requests.number("limit", limit, 1, MOST);
        List<Alarm> found = alarms.latest(standing, before == null ? null : Requests.id("before", before), most + 1);
        boolean more = found.size() > most;
        List<Alarm> page = more ? found.subList(0, most) : found;
        return new AlarmPage(page, more ? page.getLast().id() : null);
    }

    @Post("/{id}/acknowledge")
    @Operation(summary = "Take note of an alarm; who did so first stays named")
    @ApiResponse(responseCode = "200")
    Alarm acknowledge(@PathVariable String id, HttpRequest<?> request) {
        return alarms.acknowledge(Requests.id("id", id), Gate.nameOf(request))
                .orElseThrow(
                        () -> new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There is no alarm " + id + ".")));
    }
}
