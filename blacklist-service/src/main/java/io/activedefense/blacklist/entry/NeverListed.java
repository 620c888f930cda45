// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;

/**
 * Why an address must not be listed.
 *
 * @param reason which of the guards holds
 * @param line the line of the guard that the address meets
 */
public record NeverListed(Reason reason, Cidr line) {
    /** The guards, in the order in which they are asked. */
    public enum Reason {
        TOO_WIDE("is wider than the widest prefix that is accepted"),
        NOT_PUBLIC("meets a range that is not publicly routed"),
        OWN_NETWORK("meets an own network"),
        ALLOWLISTED("meets a line of the allowlist");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    /** Reads after an address: "... meets an own network: 198.51.100.0/24". */
    public String text() {
        return reason.text + ": " + line;
    }
}
