// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.settings.ChangeOutcome;
import io.activedefense.blacklist.settings.SettingsStore;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Switches the detector on and off. */
@Controller("/api/v1/system")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "system")
final class SystemController {
    private final SettingsStore settings;

    SystemController(SettingsStore settings) {
        this.settings = settings;
    }

    @Get
    @Operation(summary = "Whether the detector shall work")
    @ApiResponse(responseCode = "200")
    SystemState state() {
        return new SystemState(settings.current().settings().on());
    }

    @Put
    @Operation(summary = "Switch the detector on or off; off, logs wait in Kafka and the list stays")
    @RequestBody(content = @Content(schema = @Schema(implementation = SystemState.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SystemState.class)))
    SystemState change(@Body byte[] body, HttpRequest<?> request) {
        boolean on =
                Requests.given("on", Requests.document(body, SystemState.class).on(), "true or false");
        String by = Gate.nameOf(request);
        ChangeOutcome outcome;
        do {
            // Who changed another setting meanwhile doesn't stand against this one.
            var proposed = settings.current().settings().withOn(on);
            outcome = settings.change(proposed, by, on ? "switched on" : "switched off");
        } while (outcome instanceof ChangeOutcome.Conflict);
        return new SystemState(on);
    }
}
