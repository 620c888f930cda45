// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.settings.SettingsDiff;
import io.activedefense.blacklist.settings.SettingsDiff.Difference;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.settings.SettingsVersion;
import io.activedefense.contracts.settings.DefenseSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
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
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The settings as they were: who changed what and why, and the way back. */
@Controller("/api/v1/settings/versions")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "settings")
final class SettingsVersionsController {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final SettingsStore settings;

    SettingsVersionsController(SettingsStore settings) {
        this.settings = settings;
    }

    /**
     * A change of the settings.
     *
     * @param version that it led to
     * @param at when
     * @param by who
     * @param why in that one's words
     * @param differences from the version before; of the first one none are told
     */
    record Change(long version, Instant at, String by, String why, List<Difference> differences) {}

    /**
     * Changes of the settings.
     *
     * @param changes the latest first
     * @param next what {@code before} is for the next page; absent: this is the last
     */
    record ChangesPage(List<Change> changes, @Nullable Long next) {}

    /**
     * A wish to put an earlier document in force again, as sent.
     *
     * @param over the version that is in force, so that nobody's change is overwritten unseen
     * @param why up to 500 characters
     */
    record NewRestore(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Long over,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String why) {}

    @Get
    @Operation(summary = "Who changed what, when and why, the latest first")
    @ApiResponse(responseCode = "200")
    ChangesPage list(@QueryValue @Nullable String before, @QueryValue @Nullable String limit) {
        int most = limit == null ? USUAL : Requests.number("limit", limit, 1, MOST);
        // One more than is told: the last one told differs from it.
        List<SettingsVersion> found = settings.history(before == null ? null : Requests.id("before", before), most + 1);
        List<Change> changes = IntStream.range(0, Math.min(most, found.size()))
                .mapToObj(index -> change(found.get(index), index + 1 < found.size() ? found.get(index + 1) : null))
                .toList();
        return new ChangesPage(changes, found.size() > most ? changes.getLast().version() : null);
    }

    @Get("/{version}")
    @Operation(summary = "The document of a version")
    @ApiResponse(responseCode = "200")
    DefenseSettings document(@PathVariable String version) {
        return found("version", version).settings();
    }

    @Get("/{version}/differences")
    @Operation(summary = "In what a version differs from another, by default from the one in force")
    @ApiResponse(responseCode = "200")
    List<Difference> differences(@PathVariable String version, @QueryValue @Nullable String to) {
        SettingsVersion other = to == null ? settings.current() : found("to", to);
        return SettingsDiff.between(found("version", version).settings(), other.settings());
    }

    @Post("/{version}/restore")
    @Operation(
            summary = "Put an earlier document in force again, as a new version",
            description = "Whether the system is on and how often it was reset stay as they are: those are no settings"
                    + " that one goes back to.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewRestore.class)))
    @ApiResponse(responseCode = "200")
    DefenseSettings restore(@PathVariable String version, @Body byte[] body, HttpRequest<?> request) {
        NewRestore wanted = Requests.document(body, NewRestore.class);
        long over = Requests.given("over", wanted.over(), "the version in force");
        String why = Requests.words("why", wanted.why());
        DefenseSettings now = settings.current().settings();
        DefenseSettings earlier = found("version", version)
                .settings()
                .withOn(now.on())
                .withResetEpoch(now.resetEpoch())
                .withVersion(over);
        return SettingsController.changed(over, settings.change(earlier, Gate.nameOf(request), why));
    }

    private SettingsVersion found(String field, String version) {
        long number = Requests.id(field, version);
        return settings.find(number)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.NOT_FOUND, "There are no settings of version " + number + ".")));
    }

    private static Change change(SettingsVersion version, @Nullable SettingsVersion before) {
        return new Change(
                version.settings().version(),
                version.at(),
                version.by(),
                version.why(),
                before == null ? List.of() : SettingsDiff.between(before.settings(), version.settings()));
    }
}
