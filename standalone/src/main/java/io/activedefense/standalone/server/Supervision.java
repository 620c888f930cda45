// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.activedefense.standalone.data.CannotStartException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a server running: whenever its process ends unasked, starts it again, after pauses that grow. */
public final class Supervision implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Server server;
    private final CountDownLatch closed = new CountDownLatch(1);

    public Supervision(Server server) {
        this.server = server;
    }

    /** Starts the server; from here on it is kept running. */
    public void start() throws IOException, InterruptedException {
        var running = server.start();
        Thread.ofPlatform().daemon().name("keep-" + server.name()).start(() -> keepRunning(running));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop();
    }

    private void keepRunning(ProcessHandle first) {
        try {
            Optional<ProcessHandle> running = Optional.of(first);
            while (running.isPresent()) {
                running.get().onExit().join();
                running = startedAgain();
            }
        } catch (InterruptedException e) {
            LOG.error("{} is no longer watched", server.name(), e);
            Thread.currentThread().interrupt();
        }
    }

    /** Empty when the server is not wanted any more. */
    private Optional<ProcessHandle> startedAgain() throws InterruptedException {
        for (var pause = FIRST_PAUSE; !closedWithin(pause); pause = longer(pause)) {
            LOG.warn("{} is down: starting it again", server.name());
            try {
                var running = server.start();
                LOG.info("{} is up again", server.name());
                return Optional.of(running);
            } catch (CannotStartException | IOException e) {
                LOG.error("{} did not start again", server.name(), e);
            }
        }
        return Optional.empty();
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean closedWithin(Duration pause) throws InterruptedException {
        return closed.await(pause.toMillis(), MILLISECONDS);
    }
}
