// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.GuardSettings;
import io.activedefense.rules.address.ExternalAddresses;
import java.time.Instant;
import java.util.Optional;

/** The never-list: what is too wide, not public, an own network or allowlisted. */
public final class Guards {
    private final ExternalAddresses external;
    private final GuardSettings limits;

    private Guards(ExternalAddresses external, GuardSettings limits) {
        this.external = external;
        this.limits = limits;
    }

    public static Guards of(DefenseSettings settings) {
        return new Guards(ExternalAddresses.of(settings), settings.guards());
    }

    /** The guards as they hold at a time: a line of a network may have expired. */
    public NeverList at(Instant now) {
        long millis = now.toEpochMilli();
        return address -> tooWide(address)
                .or(() -> external.whyNeverListed(address, millis))
                .map(NeverListed::new);
    }

    private Optional<String> tooWide(Cidr address) {
        int widest = address.isIpv4() ? limits.widestIpv4Prefix() : limits.widestIpv6Prefix();
        return address.prefixLength() >= widest
                ? Optional.empty()
                : Optional.of("it is wider than /" + widest + ", the widest prefix that may be listed");
    }
}
