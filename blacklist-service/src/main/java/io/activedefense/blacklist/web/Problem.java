// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.exchange.Reading.LineFault;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param title of the status
 * @param status of the answer
 * @param detail in words, for the one who asked
 * @param field of the request that was not accepted
 * @param value that it had
 * @param accepted what would be
 * @param errors of a file that was not accepted, its lines, the first hundred of them
 */
@Schema(description = "An error, application/problem+json")
record Problem(
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable String value,
        @Nullable String accepted,
        @Nullable List<LineFault> errors) {

    Problem(
            String title,
            int status,
            String detail,
            @Nullable String field,
            @Nullable String value,
            @Nullable String accepted) {
        this(title, status, detail, field, value, accepted, null);
    }

    static Problem of(HttpStatus status, String detail) {
        return new Problem(status.getReason(), status.getCode(), detail, null, null, null);
    }

    /** A field of the request that is not accepted. */
    static Problem ofField(HttpStatus status, String field, String value, String accepted) {
        String detail = field + ": " + value + " is not accepted; it must be " + accepted;
        return new Problem(status.getReason(), status.getCode(), detail, field, value, accepted);
    }

    /** What was to be changed is another one by now: somebody else was faster. */
    static Problem ofConflict(String detail, long madeFrom, long inForce) {
        return new Problem(
                HttpStatus.CONFLICT.getReason(),
                HttpStatus.CONFLICT.getCode(),
                detail,
                "version",
                Long.toString(madeFrom),
                Long.toString(inForce));
    }

    MutableHttpResponse<Problem> toResponse() {
        return HttpResponse.<Problem>status(HttpStatus.valueOf(status))
                .body(this)
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }
}
