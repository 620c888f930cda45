// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.address.IpAddress;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where requests come from, and whether on the way somebody could have read along. Nobody else looks for that. */
@Context
final class Callers {
    static final String FORWARDED_FOR = "X-Forwarded-For";
    static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private final TrustedProxies proxies;

    Callers(@Nullable @Property(name = TrustedProxies.SETTING) List<String> trustedProxies) {
        this.proxies = TrustedProxies.of(trustedProxies);
    }

    /** The address at the other end of the connection, or whom a trusted proxy there was asked by. */
    Optional<IpAddress> addressOf(HttpRequest<?> request) {
        return peerOf(request)
                .map(peer -> proxies.callerBehind(peer, request.getHeaders().getAll(FORWARDED_FOR)));
    }

    /** Whether it came by TLS: to us, or to the trusted proxy that says so. */
    boolean isSecure(HttpRequest<?> request) {
        return toldScheme(request).map("https"::equals).orElseGet(request::isSecure);
    }

    /** Those whose word counts. */
    TrustedProxies proxies() {
        return proxies;
    }

    /** Whether a trusted proxy brought it. */
    boolean isForwarded(HttpRequest<?> request) {
        return peerOf(request).filter(proxies::have).isPresent();
    }

    /** What the trusted proxy next to us says; it stands behind what others wrote before it. */
    private Optional<String> toldScheme(HttpRequest<?> request) {
        List<String> told = request.getHeaders().getAll(FORWARDED_PROTO);
        return told.isEmpty() || !isForwarded(request) ? Optional.empty() : Optional.of(last(told.getLast()));
    }

    private static String last(String told) {
        return told.substring(told.lastIndexOf(',') + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<IpAddress> peerOf(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address == null ? Optional.empty() : Optional.of(read(address.getHostAddress()));
    }

    /** An address of the own link has its interface behind a percent sign. */
    static IpAddress read(String text) {
        int zone = text.indexOf('%');
        return IpAddress.parse(zone < 0 ? text : text.substring(0, zone));
    }
}
