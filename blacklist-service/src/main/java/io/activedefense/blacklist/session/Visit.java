// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.session;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;

/**
 * Somebody at the door.
 *
 * @param user who this one says to be
 * @param address from where
 * @param agent the browser, as it calls itself
 */
public record Visit(String user, IpAddress address, String agent) {
    private static final int LONGEST_USER = 64;
    private static final int LONGEST_AGENT = 200;
    private static final int IPV6_NETWORK = 64;

    public Visit {
        user = shortened(user, LONGEST_USER);
        agent = shortened(agent, LONGEST_AGENT);
    }

    /** One customer's, as providers give them out. */
    public Cidr network() {
        return address.isIpv4() ? Cidr.of(address) : Cidr.around(address, IPV6_NETWORK);
    }

    private static String shortened(String text, int most) {
        String printable = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
        return printable.length() <= most ? printable : printable.substring(0, most);
    }
}
