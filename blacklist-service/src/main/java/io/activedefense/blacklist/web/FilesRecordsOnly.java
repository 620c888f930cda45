// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.loop.KeepsTheList;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** An instance without the list tells how it is, and nothing else: a firewall that polled it would get none. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = KeepsTheList.PROPERTY, value = "false")
final class FilesRecordsOnly implements Ordered {
    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        String path = request.getPath();
        return path.startsWith("/health") || path.startsWith("/prometheus")
                ? null
                : Problem.of(HttpStatus.NOT_FOUND, "This instance files log records only. Ask one that keeps the list.")
                        .toResponse();
    }

    @Override
    public int getOrder() {
        return FilterOrder.FILES_RECORDS_ONLY;
    }
}
