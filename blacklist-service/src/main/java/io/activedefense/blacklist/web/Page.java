// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that operators use: the files of the module admin-ui, wherever no route is. A path that is no file is one of
 * the page's own views, and gets the page.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Page implements Ordered {
    private static final String FOLDER = "/public/";
    private static final String INDEX = "index.html";

    /** No empty, hidden or parent folder. */
    private static final Pattern FILE = Pattern.compile("/((?:\\w[\\w.-]*/)*\\w[\\w.-]*\\.\\w+)");

    private static final Pattern VIEW = Pattern.compile("/(?!(?:api|files|health)(?:/|$))(?:[^./]+/?)*");

    /** What the build of the page puts there bears a hash of its content in its name. */
    private static final String HASHED = "assets/";

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable HttpResponse<?> serve(HttpRequest<?> request) throws IOException {
        if (isRouted(request)) {
            return null;
        }
        Optional<String> file = fileAt(request.getPath());
        return file.isPresent() ? read(file.get()) : null;
    }

    @Override
    public int getOrder() {
        return FilterOrder.PAGE;
    }

    private static boolean isRouted(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        return RouteAttributes.getRouteMatch(request).isPresent()
                || (method != HttpMethod.GET && method != HttpMethod.HEAD);
    }

    private static Optional<String> fileAt(String path) {
        var file = FILE.matcher(path);
        if (file.matches()) {
            return Optional.of(file.group(1));
        }
        return VIEW.matcher(path).matches() ? Optional.of(INDEX) : Optional.empty();
    }

    private static @Nullable HttpResponse<?> read(String file) throws IOException {
        try (InputStream resource = Page.class.getResourceAsStream(FOLDER + file)) {
            return resource == null ? null : answer(file, resource.readAllBytes());
        }
    }

    private static MutableHttpResponse<byte[]> answer(String file, byte[] content) {
        return HttpResponse.ok(content)
                .contentType(MediaType.forFilename(file))
                .contentLength(content.length)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        file.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    }
}
