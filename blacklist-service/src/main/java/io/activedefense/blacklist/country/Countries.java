// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.country;

import io.activedefense.contracts.address.IpAddress;
import org.jspecify.annotations.Nullable;

/** Tells the country of an address. */
@FunctionalInterface
public interface Countries {
    /** Knows none. */
    Countries UNKNOWN = address -> null;

    /** Its code of two letters, by ISO 3166 (or EU, AP); absent where nobody knows, and for private addresses. */
    @Nullable String of(IpAddress address);
}
