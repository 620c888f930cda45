// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.DetectionPage;
import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What rules have found, also where it did not list: what a rule that is only observed would have listed. */
@Controller("/api/v1/detections")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "detections")
final class DetectionsController {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Blacklist blacklist;

    DetectionsController(Blacklist blacklist) {
        this.blacklist = blacklist;
    }

    @Get
    @Operation(summary = "Recorded detections, the latest first, by what they led to and by rule")
    @ApiResponse(responseCode = "200")
    DetectionPage list(
            @QueryValue @Nullable String result,
            @QueryValue @Nullable String rule,
            @QueryValue @Nullable String before,
            @QueryValue @Nullable String limit) {
        return blacklist.detections(
                result == null ? null : Requests.oneOf("result", result, Result.values(), Requests::word),
                rule,
                before == null ? null : Requests.id("before", before),
                limit == null ? USUAL : Requests.number("limit", limit, 1, MOST));
    }
}
