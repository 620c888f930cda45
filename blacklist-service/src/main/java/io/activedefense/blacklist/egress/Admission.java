// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.egress;

import io.activedefense.contracts.address.IpAddress;
import java.util.Optional;

/** Whether requests may go to an address. */
@FunctionalInterface
public interface Admission {
    /** Why not; absent: they may. */
    Optional<String> refusal(IpAddress address);
}
