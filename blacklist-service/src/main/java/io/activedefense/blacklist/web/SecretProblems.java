// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.secret.SecretKeyException;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What needs the key for secrets says so while there is none that fits; nothing was changed then. */
@Factory
final class SecretProblems {
    private static final Logger LOG = LoggerFactory.getLogger(SecretProblems.class);

    @Singleton
    ExceptionHandler<SecretKeyException, HttpResponse<Problem>> unusable() {
        return (request, failure) -> {
            LOG.error("a request was refused, because a secret can't be kept or read: {}", failure.getMessage());
            return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Secrets can't be kept or read: " + failure.getMessage() + ". Nothing was changed.")
                    .toResponse();
        };
    }
}
