// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.postgres.TookTooLongException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** What took longer than anybody shall wait is ended, and says what would be quicker. */
@Singleton
final class SlowSearches implements ExceptionHandler<TookTooLongException, HttpResponse<Problem>> {
    @Override
    @SuppressWarnings("rawtypes") // so the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, TookTooLongException failure) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The search took too long and was ended. Narrow its time, or name an address or a user.")
                .toResponse();
    }
}
