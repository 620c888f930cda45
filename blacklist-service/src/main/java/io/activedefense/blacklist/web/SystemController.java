// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.status.Confirmation;
import io.activedefense.blacklist.status.ServiceStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
    private final ServiceStatus status;

    SystemController(SettingsStore settings, ServiceStatus status) {
        this.settings = settings;
        this.status = status;
    }

    @Get
    @Operation(summary = "Whether the detector shall work")
    @ApiResponse(responseCode = "200")
    SystemState state() {
        return new SystemState(settings.current().settings().on());
    }

    @Get("/detector")
    @Operation(summary = "Whether the detector has done what it was told: works or rests, and is as often reset")
    @ApiResponse(responseCode = "200")
    Confirmation detector() {
        return Confirmation.of(settings.current().settings(), status.report().detector());
    }

    @Put
    @Operation(summary = "Switch the detector on or off; off, logs wait in Kafka and the list stays")
    @RequestBody(content = @Content(schema = @Schema(implementation = SystemState.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SystemState.class)))
    SystemState change(@Body byte[] body, @QueryValue @Nullable String why, HttpRequest<?> request) {
        boolean on =
                Requests.given("on", Requests.document(body, SystemState.class).on(), "true or false");
        settings.change(now -> now.withOn(on), Gate.nameOf(request), because(on ? "switched on" : "switched off", why));
        return new SystemState(on);
    }

    @Post("/reset")
    @Operation(
            summary = "Restart the detector with empty windows",
            description = "What it had counted is forgotten; the list stays. GET /api/v1/system/detector tells when"
                    + " it is done.")
    @ApiResponse(responseCode = "200")
    Confirmation reset(@QueryValue @Nullable String why, HttpRequest<?> request) {
        settings.change(now -> now.withResetEpoch(now.resetEpoch() + 1), Gate.nameOf(request), because("reset", why));
        return detector();
    }

    private static String because(String what, @Nullable String why) {
        return why == null ? what : what + ": " + Requests.words("why", why);
    }
}
