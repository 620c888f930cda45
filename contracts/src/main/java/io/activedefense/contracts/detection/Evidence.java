// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.detection;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sighting that a detection rests on.
 *
 * @param at event time
 * @param device the firewall that logged it
 * @param destination the address that was tried
 * @param port the destination port as logged
 * @param action what the firewall did, as it wrote it
 * @param policy name of the security policy that matched
 * @param threat name of the threat, for a rule that counts threats
 * @param severity of the threat, as PAN-OS writes it
 */
public record Evidence(
        Instant at,
        String device,
        String destination,
        int port,
        String action,
        String policy,
        @Nullable String threat,
        @Nullable String severity) {
    public Evidence {
        requireNonNull(at, "at");
        requireNonNull(device, "device");
        requireNonNull(destination, "destination");
        requireNonNull(action, "action");
        requireNonNull(policy, "policy");
    }
}
