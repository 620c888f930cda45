// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.audit.Actor;
import io.activedefense.blacklist.audit.Actors;
import io.activedefense.contracts.address.IpAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whoever the request comes from that is answered on this thread. */
@Singleton
final class RequestActors implements Actors {
    private final Callers callers;

    RequestActors(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Optional<Actor> now() {
        return ServerRequestContext.currentRequest().flatMap(this::actor);
    }

    private Optional<Actor> actor(HttpRequest<?> request) {
        return Caller.of(request)
                .map(caller -> new Actor(
                        caller.getName(),
                        caller.via(),
                        callers.addressOf(request).map(IpAddress::toString).orElse(null)));
    }
}
