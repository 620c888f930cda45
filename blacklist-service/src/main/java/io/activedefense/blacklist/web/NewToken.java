// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.Names;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.token.ApiTokens.Wish;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a token, as sent.
 *
 * @param name what it is for
 * @param role that it has at most; left out: viewer
 * @param expiresAt until when, at most a year ahead; left out: 90 days ahead
 */
record NewToken(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,

        @Nullable Role role,
        @Nullable Instant expiresAt) {
    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration MOST = Duration.ofDays(366);

    Wish of(Caller caller, Instant now) {
        Role wanted = role == null ? Role.VIEWER : role;
        if (!caller.role().covers(wanted)) {
            throw Requests.refused("role", Requests.word(wanted), Requests.word(caller.role()) + " at most");
        }
        Instant until = expiresAt == null ? now.plus(USUAL) : expiresAt;
        if (!until.isAfter(now) || until.isAfter(now.plus(MOST))) {
            throw Requests.refused("expiresAt", until.toString(), "later than " + now + ", by at most 366 days");
        }
        return new Wish(Names.accepted(Requests.given("name", name, Names.ACCEPTED)), caller.getName(), wanted, until);
    }
}
