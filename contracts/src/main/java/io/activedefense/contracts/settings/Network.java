// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the own networks or of the allowlist.
 *
 * @param cidr what it covers
 * @param comment why it is there
 * @param expiresAt when it stops to hold; absent: never
 */
public record Network(
        Cidr cidr, @Nullable String comment, @Nullable Instant expiresAt) {
    public Network {
        if (cidr == null) { // NullAway guards our code, not a document
            throw new InvalidSettingException("cidr", "nothing", "an address or a prefix such as 192.0.2.0/24");
        }
    }

    public boolean holdsAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /** The same for a time in milliseconds since 1970. */
    public boolean holdsAtMillis(long nowMillis) {
        return expiresAt == null || nowMillis < expiresAt.toEpochMilli();
    }
}
