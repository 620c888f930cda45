// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.poller.PollerKey;
import io.activedefense.blacklist.poller.PollerTroubles;
import io.activedefense.blacklist.poller.Pollers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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

/** Who polls the lists. */
@Controller("/api/v1/pollers")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "feeds")
final class PollersController {
    private final Pollers pollers;
    private final PollerTroubles troubles;

    PollersController(Pollers pollers, PollerTroubles troubles) {
        this.pollers = pollers;
        this.troubles = troubles;
    }

    @Get
    @Operation(
            summary = "Who polls the lists, by list and address; written down every ten seconds",
            description = "Of one list, if it is named. Behind a proxy that is not trusted all have its address.")
    @ApiResponse(responseCode = "200")
    List<PollerView> list(@QueryValue @Nullable String list) {
        return pollers.all().stream()
                .filter(poller ->
                        list == null || list.isEmpty() || poller.key().list().equals(list))
                .map(poller -> PollerView.of(poller, troubles.conditionOf(poller)))
                .toList();
    }

    @Delete("/{list}/{address}")
    @Operation(summary = "Forget a poller that is gone for good", description = "If it comes again, it is a new one.")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> forget(@PathVariable String list, @PathVariable String address) {
        if (!pollers.forget(new PollerKey(list, address))) {
            throw new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "Nobody polls this list from this address."));
        }
        return HttpResponse.noContent();
    }
}
