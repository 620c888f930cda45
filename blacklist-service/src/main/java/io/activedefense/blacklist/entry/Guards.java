// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.rules.address.ExternalAddresses;
import java.time.Instant;
import java.util.Optional;

/** The never-list: what is too wide, not public, an own network or allowlisted. */
public final class Guards {
    static final int WIDEST_IPV4 = 16;
    static final int WIDEST_IPV6 = 32;

    private final ExternalAddresses external;

    private Guards(ExternalAddresses external) {
        this.external = external;
    }

    public static Guards of(DefenseSettings settings) {
        return new Guards(ExternalAddresses.of(settings));
    }

    /** The guards as they hold at a time: a line of a network may have expired. */
    public NeverList at(Instant now) {
        long millis = now.toEpochMilli();
        return address -> tooWide(address)
                .or(() -> external.whyNeverListed(address, millis))
                .map(NeverListed::new);
    }

    private static Optional<String> tooWide(Cidr address) {
        int widest = address.isIpv4() ? WIDEST_IPV4 : WIDEST_IPV6;
        return address.prefixLength() >= widest
                ? Optional.empty()
                : Optional.of("it is wider than /" + widest + ", the widest prefix that may be listed");
    }
}
