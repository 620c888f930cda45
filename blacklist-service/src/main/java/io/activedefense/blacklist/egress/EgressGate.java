// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.egress;

import io.activedefense.contracts.address.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * What every request passes that an operator configured. Whoever connects asks here for the addresses of a name and
 * connects to one of those: were the name looked up again, it could mean something else by then.
 */
public final class EgressGate {
    private final Admission admission;
    private final Names names;

    /** Who knows the addresses of a name. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    public EgressGate(Admission admission) {
        this(admission, InetAddress::getAllByName);
    }

    public EgressGate(Admission admission, Names names) {
        this.admission = admission;
        this.names = names;
    }

    /**
     * The addresses of a host, all of which requests may go to: with one that they may not the whole name is refused.
     *
     * @param host a name or an address
     * @throws EgressRefusedException if requests may not go there
     * @throws UnknownHostException if nobody knows the name
     */
    public InetAddress[] admitted(String host) throws UnknownHostException, EgressRefusedException {
        InetAddress[] addresses = names.addressesOf(host);
        for (InetAddress address : addresses) {
            require(host, address);
        }
        return addresses;
    }

    /**
     * Lets an address pass that was looked up already, and is connected to as it is.
     *
     * @throws EgressRefusedException if requests may not go there
     */
    public void require(String host, InetAddress address) throws EgressRefusedException {
        IpAddress ip = read(address);
        Optional<String> refusal = admission.refusal(ip);
        if (refusal.isPresent()) {
            String what = host.equals(ip.toString()) ? host : host + " is " + ip + " and";
            throw new EgressRefusedException(what + " must not be asked: it is " + refusal.get());
        }
    }

    /** An address of the own link has its interface behind a percent sign. */
    static IpAddress read(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return IpAddress.parse(zone < 0 ? text : text.substring(0, zone));
    }
}
