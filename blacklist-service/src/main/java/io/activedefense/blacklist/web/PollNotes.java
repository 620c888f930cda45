// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.poller.PollLog;
import io.activedefense.blacklist.poller.PollerKey;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes note of polls. The admin who looks at a list is no poller. */
@Singleton
final class PollNotes {
    private final PollLog log;
    private final Callers callers;

    PollNotes(PollLog log, Callers callers) {
        this.log = log;
        this.callers = callers;
    }

    /**
     * Takes note of one.
     *
     * @param user that was let in by its password
     */
    void polled(String list, HttpRequest<?> request, int status, @Nullable String user, Instant at) {
        if (request.getUserPrincipal().isEmpty()) {
            callers.addressOf(request)
                    .ifPresent(from -> log.record(
                            new PollerKey(list, from.toString()),
                            at,
                            status,
                            request.getHeaders().get(HttpHeaders.IF_NONE_MATCH),
                            user));
        }
    }
}
