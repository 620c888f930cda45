// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.country;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import org.jspecify.annotations.Nullable;

/** The countries of a line: as the firewall wrote them; where it didn't know, they are looked up. */
public final class LineCountries {
    /** What firewalls write where they don't know. */
    private static final String UNKNOWN = "Unknown";

    private final Countries countries;

    public LineCountries(Countries countries) {
        this.countries = countries;
    }

    /**
     * Where one side of a line is.
     *
     * @param text the country; empty: nobody knows
     * @param lookedUp whether the firewall didn't know
     */
    public record Place(String text, boolean lookedUp) {}

    public Place source(FirewallEvent event) {
        return place(event.text(EventText.SOURCE_LOCATION), event.source());
    }

    public Place destination(FirewallEvent event) {
        return place(event.text(EventText.DESTINATION_LOCATION), event.destination());
    }

    static boolean isKnown(@Nullable String written) {
        return written != null && !written.isBlank() && !written.equalsIgnoreCase(UNKNOWN);
    }

    private Place place(String written, IpAddress address) {
        @Nullable String found = isKnown(written) ? null : countries.of(address);
        return found == null ? new Place(written, false) : new Place(found, true);
    }
}
