// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.blacklist.postgres.DatabaseException;
import io.activedefense.blacklist.session.Recent;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who called lately. While the database is away they may go on to look: whoever watches the product must not be shut out
 * just when something is wrong with it. Changes need the database in any case.
 */
@Singleton
final class LastKnown {
    private static final Duration TRUSTED = Duration.ofMinutes(15);
    private static final int MOST = 1_000;

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Known> callers = new Recent<>(MOST);

    private record Known(Caller caller, Instant at) {}

    /** Who the database says it is, or while it is away said it was. */
    Optional<Caller> or(
            HttpRequest<?> request, RandomSecret secret, Function<RandomSecret, Optional<Caller>> database) {
        String key = Base64.getEncoder().encodeToString(secret.digest());
        try {
            return noted(key, database.apply(secret));
        } catch (DatabaseException e) {
            Known known = known(key);
            if (known == null || !Rights.isReading(request)) {
                throw e;
            }
            return Optional.of(known.caller());
        }
    }

    private synchronized Optional<Caller> noted(String key, Optional<Caller> caller) {
        caller.ifPresentOrElse(found -> callers.put(key, new Known(found, clock.instant())), () -> callers.remove(key));
        return caller;
    }

    private synchronized @Nullable Known known(String key) {
        Known known = callers.get(key);
        return known == null || known.at().plus(TRUSTED).isBefore(clock.instant()) ? null : known;
    }
}
