// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.address.IpAddress;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.Optional;

/** Where requests come from. */
final class Callers {
    private Callers() {}

    /** The address at the other end of the connection: of the last proxy, where there is one. */
    static Optional<IpAddress> addressOf(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address == null ? Optional.empty() : Optional.of(read(address.getHostAddress()));
    }

    /** An address of the own link has its interface behind a percent sign. */
    private static IpAddress read(String text) {
        int zone = text.indexOf('%');
        return IpAddress.parse(zone < 0 ? text : text.substring(0, zone));
    }
}
