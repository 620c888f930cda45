// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.blacklist.feed.FeedAccess;
import io.activedefense.blacklist.people.PasswordHash;
import io.activedefense.contracts.address.Cidr;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a feed, as sent.
 *
 * @param kind in which way it is closed
 * @param networks from where, with networks
 * @param user by HTTP basic, with basic
 * @param password of that user, 12 to 72 bytes; left out in a change: it stays. It is never told
 */
record AccessWish(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable AccessKind kind,

        @Nullable List<Cidr> networks,
        @Nullable String user,
        @Nullable String password) {
    private static final int LEAST_BYTES = 12;
    private static final String A_PASSWORD =
            "a password of " + LEAST_BYTES + " to " + PasswordHash.MOST_BYTES + " bytes in UTF-8";

    FeedAccess access(@Nullable FeedAccess before) {
        return switch (Requests.given("access.kind", kind, "open, networks or basic")) {
            case OPEN -> new FeedAccess.Open();
            case NETWORKS -> new FeedAccess.Networks(Requests.given("access.networks", networks, "1 or more networks"));
            case BASIC -> basic(Requests.given("access.user", user, "a user name"), before);
        };
    }

    private FeedAccess basic(String name, @Nullable FeedAccess before) {
        if (password == null
                && before instanceof FeedAccess.Basic basic
                && basic.user().equals(name)) {
            return basic;
        }
        String secret = Requests.given("access.password", password, A_PASSWORD);
        int bytes = secret.getBytes(UTF_8).length;
        if (bytes < LEAST_BYTES || bytes > PasswordHash.MOST_BYTES) {
            throw Requests.refused("access.password", bytes + " bytes", A_PASSWORD);
        }
        return new FeedAccess.Basic(name, PasswordHash.of(secret));
    }

    @Override
    public String toString() {
        return "access of kind " + kind;
    }
}
