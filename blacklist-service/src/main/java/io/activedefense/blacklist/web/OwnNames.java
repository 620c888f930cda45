// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this machine is called: by itself, by its addresses, and by its operator. */
final class OwnNames {
    private static final Logger LOG = LoggerFactory.getLogger(OwnNames.class);
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    private OwnNames() {}

    /**
     * All of them.
     *
     * @param host that the server listens on
     */
    static Collection<String> of(@Nullable String host, HttpsSettings settings) {
        var names = new LinkedHashSet<>(LOOPBACK);
        names.addAll(settings.names());
        addresses(host).map(OwnNames::text).forEach(names::add);
        addHostName(names);
        return names;
    }

    private static Stream<InetAddress> addresses(@Nullable String host) {
        try {
            InetAddress bound = InetAddress.getByName(host == null ? "0.0.0.0" : host);
            return bound.isAnyLocalAddress() ? ofInterfaces() : Stream.of(bound);
        } catch (UnknownHostException | SocketException e) {
            LOG.warn(
                    "the addresses of this machine are not known, its certificate goes without them: {}",
                    e.getMessage());
            return Stream.empty();
        }
    }

    private static Stream<InetAddress> ofInterfaces() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Predicate.not(InetAddress::isLoopbackAddress))
                .filter(Predicate.not(InetAddress::isLinkLocalAddress));
    }

    private static void addHostName(Collection<String> names) {
        try {
            names.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            LOG.info("this machine has no host name that can be resolved: {}", e.getMessage());
        }
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
