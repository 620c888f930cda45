// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other sites from changing anything: a browser sends the operator's password along with their requests
 * too. Browsers say where a request comes from; who says nothing is no browser.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OtherSites implements Ordered {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (Rights.isReading(request) || isOwn(request.getHeaders())) {
            return null;
        }
        return Problem.of(HttpStatus.FORBIDDEN, "A page of another site may not change anything here.")
                .toResponse();
    }

    @Override
    public int getOrder() {
        return FilterOrder.OTHER_SITES;
    }

    private static boolean isOwn(HttpHeaders headers) {
        return headers.findFirst("Sec-Fetch-Site").map(OWN::contains).orElse(true)
                && headers.findFirst(HttpHeaders.ORIGIN)
                        .map(origin -> isHost(origin, headers.get(HttpHeaders.HOST)))
                        .orElse(true);
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
