// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells browsers to run only our own page, in no frame, and to guess nothing. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders implements Ordered {
    /** The page's library sets style elements at run time; scripts come from our own files alone. */
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()";

    /** Over plain HTTP browsers are to pay no heed to it, and half a year is what they take for earnest. */
    private static final String HALF_A_YEAR = "max-age=15552000";

    private final Callers callers;

    SecurityHeaders(Callers callers) {
        this.callers = callers;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (callers.isSecure(request)) {
            response.header("Strict-Transport-Security", HALF_A_YEAR);
        }
        response.header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", POLICY)
                .header("Permissions-Policy", NO_DEVICES)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    @Override
    public int getOrder() {
        return FilterOrder.SECURITY_HEADERS;
    }
}
