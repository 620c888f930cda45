// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.egress;

import io.activedefense.contracts.address.IpAddress;
import java.util.Optional;

/**
 * Where mail may go: a relay stands on this machine or in an own network more often than not, so those are let through,
 * but link-local, multicast and metadata addresses aren't. That it is a relay is seen to by the ports.
 */
public final class MailRelays implements Admission {
    @Override
    public Optional<String> refusal(IpAddress address) {
        return ForbiddenRanges.beyondThisMachine(address);
    }
}
