// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import java.util.Optional;

/** What must never come on the list, under the settings of one moment. Everything that enters is asked here. */
@FunctionalInterface
public interface NeverList {
    /** Why the address must not be listed, if so: an address that merely intersects a guarded range must not. */
    Optional<NeverListed> forbids(Cidr address);
}
