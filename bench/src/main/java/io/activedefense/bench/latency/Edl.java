// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The list that firewalls poll, polled much more often than they do. Not thread-safe. */
final class Edl implements AutoCloseable {
    /** How finely times are told: this and a request. */
    static final Duration PAUSE = Duration.ofMillis(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI uri;
    private String etag = "";
    private Set<String> listed = Set.of();

    Edl(URI uri) {
        this.uri = uri;
    }

    /** What was listed when it was last asked. */
    Set<String> listed() {
        return listed;
    }

    /** Asks until all of these are listed; the time of the answer that had them, as {@link System#nanoTime} tells it. */
    long awaitListed(Collection<String> addresses, Duration atMost)
            throws IOException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            poll();
            long now = System.nanoTime();
            if (listed.containsAll(addresses)) {
                return now;
            }
            if (now > deadline) {
                throw new TimeoutException("Not all of " + addresses.size() + " addresses were on the list after "
                        + atMost.toSeconds() + " s: " + missing(addresses) + " were missing");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Asks until it is served at all. */
    void awaitServed(Duration atMost) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isServed()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(uri + " was not served within " + atMost.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private boolean isServed() throws InterruptedException {
        try {
            poll();
            return true;
        } catch (IOException e) {
            return false; // not yet: nobody listens, or it has no list yet
        }
    }

    private void poll() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        switch (response.statusCode()) {
            case 200 -> {
                etag = response.headers().firstValue("ETag").orElse("");
                listed = Arrays.stream(response.body().split("\n")).collect(Collectors.toUnmodifiableSet());
            }
            case 304 -> {}
            default -> throw new IOException(uri + " answered " + response.statusCode());
        }
    }

    private long missing(Collection<String> addresses) {
        return addresses.stream().filter(address -> !listed.contains(address)).count();
    }
}
