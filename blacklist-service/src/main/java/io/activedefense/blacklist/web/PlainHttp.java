// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the server speaks TLS, plain HTTP serves no more than the lists. Who reads is sent to TLS; that is not for ever,
 * since the port may change. Who would change something is refused: he has shown his password to everybody on the way,
 * and would do so each time if it worked in the end.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PlainHttp implements Ordered {
    private static final String LISTS = "/files/";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d+)?");
    private static final List<Cidr> LOOPBACK = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1"));

    private final HttpsSettings https;
    private final Callers callers;
    private final SecurePort securePort;

    PlainHttp(HttpsSettings https, Callers callers, SecurePort securePort) {
        this.https = https;
        this.callers = callers;
        this.securePort = securePort;
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (!https.enabled() || callers.isSecure(request) || isServed(request)) {
            return null;
        }
        return READING.contains(request.getMethod())
                ? authority(request)
                        .<HttpResponse<?>>map(host -> redirect(host, request.getUri()))
                        .orElseGet(PlainHttp::refusal)
                : refusal();
    }

    @Override
    public int getOrder() {
        return FilterOrder.PLAIN_HTTP;
    }

    private boolean isServed(HttpRequest<?> request) {
        String path = request.getPath();
        boolean list = https.plainLists() && path.startsWith(LISTS);
        return READING.contains(request.getMethod()) && (list || (isHealth(path) && isLoopback(request)));
    }

    private static boolean isHealth(String path) {
        return path.equals("/health") || path.startsWith("/health/");
    }

    private boolean isLoopback(HttpRequest<?> request) {
        Optional<IpAddress> from = callers.addressOf(request);
        return from.isPresent() && LOOPBACK.stream().anyMatch(network -> network.contains(from.get()));
    }

    /** As the caller names us; a proxy has its own port for TLS. */
    private Optional<String> authority(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(HttpHeaders.HOST)
                .map(HOST::matcher)
                .filter(host -> host.matches())
                .map(host -> host.group(1) + (callers.isForwarded(request) ? "" : ":" + securePort.number()));
    }

    private static HttpResponse<?> redirect(String authority, URI asked) {
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return HttpResponse.status(HttpStatus.TEMPORARY_REDIRECT)
                .header(HttpHeaders.LOCATION, "https://" + authority + asked.getRawPath() + query)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static HttpResponse<?> refusal() {
        return Problem.of(HttpStatus.FORBIDDEN, "Plain HTTP serves the lists alone here: come by HTTPS.")
                .toResponse();
    }
}
