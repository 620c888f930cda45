// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies before us that say the truth about who sent a request. What anybody else says of it is worth nothing: he
 * would choose who he is.
 */
record TrustedProxies(List<Cidr> networks) {
    static final String SETTING = "active-defense.blacklist-service.trusted-proxies";
    private static final String ACCEPTED = "addresses or prefixes of proxies, such as 10.0.0.0/24, and not everybody";

    /** Some proxies add the port. */
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[(.+)]|(\\d+\\.\\d+\\.\\d+\\.\\d+))(?::\\d+)?");

    /**
     * As the setting has them.
     *
     * @throws InvalidSettingException if one is no address or prefix, or all of them
     */
    static TrustedProxies of(@Nullable List<String> setting) {
        return new TrustedProxies(
                setting == null
                        ? List.of()
                        : setting.stream().map(TrustedProxies::network).toList());
    }

    private static Cidr network(String text) {
        return parsed(text)
                .filter(network -> network.prefixLength() > 0)
                .orElseThrow(() -> new InvalidSettingException(SETTING, "'" + text + "'", ACCEPTED));
    }

    private static Optional<Cidr> parsed(String text) {
        try {
            return Optional.of(Cidr.parse(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean have(IpAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * The last one on the way to us who is none of the proxies.
     *
     * @param peer at the other end of the connection
     * @param forwardedFor the header's lines: each proxy adds behind them whom it was asked by
     */
    IpAddress callerBehind(IpAddress peer, List<String> forwardedFor) {
        IpAddress caller = peer;
        for (String told : latestFirst(forwardedFor)) {
            Optional<IpAddress> before = have(caller) ? read(told) : Optional.empty();
            if (before.isEmpty()) {
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }

    private static List<String> latestFirst(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList()
                .reversed();
    }

    /** Nothing if it is no address: "unknown", or what a stranger wrote there. */
    private static Optional<IpAddress> read(String told) {
        var parts = WITH_PORT.matcher(told);
        String address = !parts.matches() ? told : parts.group(1) == null ? parts.group(2) : parts.group(1);
        try {
            return Optional.of(IpAddress.parse(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
