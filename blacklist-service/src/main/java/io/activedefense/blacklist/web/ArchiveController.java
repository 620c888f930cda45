// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.archive.ArchiveKeeper;
import io.activedefense.blacklist.archive.ArchiveKeeper.State;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How the archive of log records is. */
@Controller("/api/v1/archive")
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "records")
final class ArchiveController {
    private final ArchiveKeeper keeper;

    ArchiveController(ArchiveKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * The archive.
     *
     * @param bytes what it takes, with its indexes
     * @param bytesPerDay what a day takes of late; 0 before the first whole day is over
     * @param expectedBytes what it will take when its oldest day is as old as it gets
     * @param retentionDays how long records are kept
     * @param freeBytes of its disk; absent where that is not known
     * @param stopped why nothing more is filed; absent: there is room
     * @param days what each day takes
     */
    record ArchiveView(
            long bytes,
            long bytesPerDay,
            long expectedBytes,
            int retentionDays,
            @Nullable Long freeBytes,
            @Nullable String stopped,
            SortedMap<LocalDate, Long> days) {
        static ArchiveView of(State state) {
            return new ArchiveView(
                    state.use().bytes(),
                    state.bytesPerDay(),
                    state.expectedBytes(),
                    state.retentionDays(),
                    state.freeBytes().isPresent() ? state.freeBytes().getAsLong() : null,
                    state.shortage().orElse(null),
                    state.use().bytesByDay());
        }
    }

    @Get
    @Operation(summary = "What the archive of log records takes, will take, and whether more is filed")
    @ApiResponse(responseCode = "200")
    ArchiveView archive() {
        return keeper.state()
                .map(ArchiveView::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database has not told yet; try again.")));
    }
}
