// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.device.DeviceStates;
import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.device.Registration;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.status.ServiceStatus;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
import java.time.Instant;

/** The firewalls that log, as operators see them and decide about them. */
@Controller("/api/v1/devices")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "devices")
final class DevicesController {
    private static final String PATH = "/api/v1/devices/";

    private final Devices devices;
    private final SettingsStore settings;
    private final ServiceStatus status;
    private final Clock clock = Clock.systemUTC();

    DevicesController(Devices devices, SettingsStore settings, ServiceStatus status) {
        this.devices = devices;
        this.settings = settings;
        this.status = status;
    }

    @Get
    @Operation(summary = "Every device, registered or discovered, with how its files are")
    @ApiResponse(responseCode = "200")
    DevicesView list() {
        Instant now = clock.instant();
        DeviceSettings inForce = settings.current().settings().devices();
        var states = DeviceStates.of(devices.all(), status.report().bridges(), inForce, now);
        return new DevicesView(now, inForce, states.devices());
    }

    @Post
    @Operation(summary = "Register a device, perhaps before it has sent anything")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewDevice.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Registration.class)))
    HttpResponse<Registration> register(@Body byte[] body, HttpRequest<?> request) {
        Device device =
                Requests.accepted(() -> Requests.document(body, NewDevice.class).device());
        Registration registered = devices.register(device, Gate.nameOf(request))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.CONFLICT, device.name() + " is registered already.")));
        return HttpResponse.created(registered, URI.create(PATH + device.name()));
    }

    @Put("/{name}")
    @Operation(
            summary = "Decide about a device: approve it, or change its zone, format or whether it is read",
            description = "The bridges follow within a second or so; of a device that is not read the place is kept.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DeviceDecision.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Registration.class)))
    Registration decide(@PathVariable String name, @Body byte[] body, HttpRequest<?> request) {
        Device device = Requests.accepted(
                () -> Requests.document(body, DeviceDecision.class).about(name));
        return devices.save(device, Gate.nameOf(request));
    }

    @Delete("/{name}")
    @Operation(
            summary = "Forget what was decided about a device",
            description = "It is as if it had only been discovered: read, if it ever was.")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> remove(@PathVariable String name) {
        if (!devices.remove(name)) {
            throw new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "No such device is registered."));
        }
        return HttpResponse.noContent();
    }
}
