// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.settings.ChangeOutcome;
import io.activedefense.blacklist.settings.SettingsPreview;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.settings.SettingsVersion;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.StrictDocument;
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

/** The settings document, read and written as a whole. */
@Controller("/api/v1/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "settings")
final class SettingsController {
    private static final int NAMED = 100;

    private final SettingsStore settings;

    SettingsController(SettingsStore settings) {
        this.settings = settings;
    }

    @Get
    @Operation(summary = "The settings in force")
    @ApiResponse(responseCode = "200")
    DefenseSettings current() {
        return settings.current().settings();
    }

    @Put
    @Operation(
            summary = "Put another document in force",
            description = "The whole document, with the version of the one it was made from: who changes settings that"
                    + " someone else has changed meanwhile is told so, and nothing is changed.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DefenseSettings.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DefenseSettings.class)))
    DefenseSettings change(@Body byte[] body, @QueryValue @Nullable String why, HttpRequest<?> request) {
        DefenseSettings proposed = Requests.accepted(
                () -> StrictDocument.readWhole(body, DefenseSettings.class, DefenseSettings.DEFAULTS));
        String reason = Requests.because(why);
        String by = Gate.nameOf(request);
        return changed(proposed.version(), Requests.accepted(() -> settings.change(proposed, by, reason)));
    }

    @Post("/preview")
    @Operation(summary = "What another document would change, and which entries it would release; nothing is changed")
    @RequestBody(content = @Content(schema = @Schema(implementation = DefenseSettings.class)))
    @ApiResponse(responseCode = "200")
    SettingsPreview preview(@Body byte[] body) {
        DefenseSettings proposed = Requests.accepted(
                () -> StrictDocument.readWhole(body, DefenseSettings.class, DefenseSettings.DEFAULTS));
        return settings.preview(proposed, NAMED);
    }

    /** The settings in force after a change that was made from a version. */
    static DefenseSettings changed(long madeFrom, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed changed -> changed.version().settings();
            case ChangeOutcome.Same same -> same.version().settings();
            case ChangeOutcome.Conflict conflict -> throw conflict(madeFrom, conflict.inForce());
        };
    }

    private static ProblemException conflict(long madeFrom, SettingsVersion inForce) {
        String detail = "The document was made from version " + madeFrom + ", but " + inForce.by() + " changed it at "
                + inForce.at() + ": version " + inForce.settings().version()
                + " is in force. Read it, and make the change again.";
        return new ProblemException(
                Problem.ofConflict(detail, madeFrom, inForce.settings().version()));
    }
}
