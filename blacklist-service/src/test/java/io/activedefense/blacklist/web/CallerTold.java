// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.address.IpAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells tests whom the service takes them for, and fails where they ask for it. */
@ServerFilter("/health/**")
final class CallerTold {
    static final String CALLER = "X-Test-Caller";
    static final String SECURE = "X-Test-Secure";
    static final String FAIL = "X-Test-Fail";

    private final Callers callers;

    CallerTold(Callers callers) {
        this.callers = callers;
    }

    @RequestFilter
    void fail(HttpRequest<?> request) {
        if (request.getHeaders().contains(FAIL)) {
            throw new IllegalStateException("table people in /var/lib/active-defense can't be read");
        }
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(
                        CALLER,
                        callers.addressOf(request).map(IpAddress::toString).orElse("nobody"))
                .header(SECURE, Boolean.toString(callers.isSecure(request)));
    }
}
