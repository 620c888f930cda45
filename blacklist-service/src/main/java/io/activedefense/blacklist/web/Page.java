// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
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

    /** No empty, hidden or parent folder, and nothing that routes could be asked for. */
    private static final Pattern FILE =
            Pattern.compile("/((?!(?:api|files|health)/)(?:\\w[\\w.-]*/)*\\w[\\w.-]*\\.\\w+)");

    private static final Pattern VIEW = Pattern.compile("/(?!(?:api|files|health)(?:/|$))(?:[\\w-]+/?)*");

    /** What the build of the page puts there bears a hash of its content in its name. */
    private static final String HASHED = "assets/";

    private final ExecutorService executor;

    Page(@Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.executor = executor;
    }

    /**
     * Only who asks for a file waits for another thread: pollers of the lists pass here too. The stage always has an
     * answer, since what completes late without one is answered 503 by the server; that the argument may be null is what
     * the server takes for "there may be no stage".
     */
    @RequestFilter
    @Nullable CompletionStage<@Nullable HttpResponse<?>> serve(HttpRequest<?> request) {
        if (isRouted(request)) {
            return null;
        }
        Optional<String> file = fileAt(request.getPath());
        return file.isPresent() ? CompletableFuture.supplyAsync(() -> read(file.get()), executor) : null;
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

    private static HttpResponse<?> read(String file) {
        try (InputStream resource = Page.class.getResourceAsStream(FOLDER + file)) {
            return resource == null ? nothing() : answer(file, resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " of the page can't be read", e);
        }
    }

    private static HttpResponse<?> nothing() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is nothing at this path.")
                .toResponse();
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
