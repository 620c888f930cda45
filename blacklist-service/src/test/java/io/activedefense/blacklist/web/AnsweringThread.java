// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells tests which thread answered a poller. */
@ServerFilter("/files/**")
final class AnsweringThread {
    static final String HEADER = "X-Answering-Thread";

    @ResponseFilter
    void tell(MutableHttpResponse<?> response) {
        response.header(HEADER, Thread.currentThread().getName());
    }
}
