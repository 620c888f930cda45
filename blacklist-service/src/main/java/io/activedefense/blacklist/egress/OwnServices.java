// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.egress;

import io.activedefense.contracts.address.IpAddress;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where this machine, the database and the brokers are now; names are looked up at every question. */
public final class OwnServices implements Supplier<Set<IpAddress>> {
    private static final Logger LOG = LoggerFactory.getLogger(OwnServices.class);
    private static final Pattern AUTHORITY = Pattern.compile("//([^/?]*)");
    private static final Pattern HOST = Pattern.compile("(?:\\[([^]]+)]|([^,:/\\[\\]]+))(?::\\d+)?(?:,|$)");

    private final List<String> hosts;

    private OwnServices(List<String> hosts) {
        this.hosts = hosts;
    }

    /**
     * By the settings of both.
     *
     * @param databaseUrl as {@code jdbc:postgresql://host:port,host:port/name}
     * @param brokers as {@code host:port,host:port}
     */
    public static OwnServices of(String databaseUrl, String brokers) {
        Stream<String> database =
                AUTHORITY.matcher(databaseUrl).results().limit(1).flatMap(url -> hosts(url.group(1)));
        return new OwnServices(
                Stream.concat(database, hosts(brokers)).distinct().toList());
    }

    /** As they are called. */
    List<String> hosts() {
        return hosts;
    }

    @Override
    public Set<IpAddress> get() {
        return Stream.concat(ofThisMachine(), hosts.stream().flatMap(OwnServices::addresses))
                .map(EgressGate::read)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> hosts(String list) {
        return HOST.matcher(list.strip()).results().map(OwnServices::host);
    }

    private static String host(MatchResult found) {
        return (found.group(1) == null ? found.group(2) : found.group(1)).strip();
    }

    private static Stream<InetAddress> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException e) {
            throw new IllegalStateException("the addresses of this machine are not known: " + e.getMessage(), e);
        }
    }

    /** What has no address can't be reached by it. */
    private static Stream<InetAddress> addresses(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            LOG.debug("{} is not known now: {}", host, e.getMessage());
            return Stream.of();
        }
    }
}
