// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.address.IpAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells tests whom the service takes them for. */
@ServerFilter("/health/**")
final class CallerTold {
    static final String CALLER = "X-Test-Caller";
    static final String SECURE = "X-Test-Secure";

    private final Callers callers;

    CallerTold(Callers callers) {
        this.callers = callers;
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(
                        CALLER,
                        callers.addressOf(request).map(IpAddress::toString).orElse("nobody"))
                .header(SECURE, Boolean.toString(callers.isSecure(request)));
    }
}
