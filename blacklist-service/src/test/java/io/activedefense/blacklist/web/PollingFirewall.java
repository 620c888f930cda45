// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** A firewall that polls without a pause and keeps the list that it has until it gets another one. */
final class PollingFirewall {
    private final IntSupplier port;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> wrongs = new ArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> polling;
    private String etag = "\"none\"";
    private volatile List<String> lines = List.of();
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean closed;

    /**
     * A firewall.
     *
     * @param port of the service that is there now, or is just being restarted
     */
    PollingFirewall(IntSupplier port) {
        this.port = port;
        this.polling = thread.submit(this::poll);
    }

    /** The list that it enforces. */
    List<String> lines() {
        return lines;
    }

    /** How often it was answered. */
    long answers() {
        return answers.get();
    }

    /** What it was answered and must not have been; after {@link #stop}. */
    List<String> wrongs() {
        return wrongs;
    }

    void stop() throws ExecutionException, InterruptedException {
        closed = true;
        thread.shutdown();
        polling.get();
        client.close();
    }

    private void poll() {
        while (!closed) {
            try {
                take(client.send(request(), BodyHandlers.ofByteArray()));
            } catch (IOException e) {
                Thread.onSpinWait(); // nobody listens while the service restarts: a firewall keeps its list then
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + "/files/blacklist.txt"))
                .header("If-None-Match", etag)
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private void take(HttpResponse<byte[]> answer) {
        switch (answer.statusCode()) {
            case 304 -> answers.incrementAndGet();
            case 200 -> {
                List<String> next = new String(answer.body(), US_ASCII).lines().toList();
                if (next.isEmpty()
                        || next.size() < lines.size()
                        || !next.subList(0, lines.size()).equals(lines)) {
                    wrongs.add("after " + lines + " came " + next);
                }
                etag = answer.headers().firstValue("etag").orElse("");
                lines = next;
                answers.incrementAndGet();
            }
            default -> wrongs.add("status " + answer.statusCode());
        }
    }
}
