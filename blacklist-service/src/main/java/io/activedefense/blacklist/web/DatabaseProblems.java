// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.postgres.DatabaseException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What needs the database says so while that is away; nothing was changed then. */
@Singleton
final class DatabaseProblems implements ExceptionHandler<DatabaseException, HttpResponse<Problem>> {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProblems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    @SuppressWarnings("rawtypes") // so the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, DatabaseException failure) {
        LOG.warn("a request was refused, because the database is away: {}", failure.getMessage());
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database is away. Nothing was changed; try again.")
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}
