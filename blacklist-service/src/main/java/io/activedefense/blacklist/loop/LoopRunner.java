// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that takes a loop's steps, rests as the loop says, and after a failure rests longer each time. */
public final class LoopRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopRunner.class);
    private static final Duration FIRST_REST = Duration.ofMillis(200);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final Loop loop;
    private final Clock clock;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean awake;
    private volatile boolean stopping;
    private volatile @Nullable Failure failure;

    /**
     * What hindered the loop.
     *
     * @param message in one line
     * @param at when it last did
     */
    public record Failure(String message, Instant at) {}

    public LoopRunner(String name, Loop loop, Clock clock) {
        this.name = name;
        this.loop = loop;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public String name() {
        return name;
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** What hinders the loop; absent: its last step succeeded. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends a rest early. */
    public void wake() {
        lock.lock();
        try {
            awake = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the thread to end after the step under way, without waiting for it. */
    public void stop() {
        stopping = true;
        wake();
    }

    /** Ends the thread; a step that takes too long is interrupted. */
    @Override
    public void close() {
        stop();
        Threads.end(thread, PATIENCE);
    }

    private void run() {
        try {
            stepUntilStopped();
        } catch (InterruptedException e) {
            // The flag is down again: closing must be able to wait.
            LOG.debug("{} was interrupted", name);
        }
        closeLoop();
    }

    private void stepUntilStopped() throws InterruptedException {
        Duration rest = FIRST_REST;
        while (!stopping) {
            Optional<Duration> idle = step();
            rest(idle.orElse(rest));
            rest = idle.isPresent() ? FIRST_REST : longer(rest);
        }
    }

    private void closeLoop() {
        try {
            loop.close();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be closed well: {}", name, firstLine(e));
        }
    }

    private Optional<Duration> step() throws InterruptedException {
        try {
            Duration idle = loop.step();
            recovered();
            return Optional.of(idle);
        } catch (InterruptedException e) {
            throw e;
        } catch (InterruptException e) {
            Thread.interrupted();
            throw interrupted(e);
        } catch (Exception e) {
            failed(e);
            return Optional.empty();
        }
    }

    private void rest(Duration idle) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = idle.toNanos();
            while (!awake && !stopping && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            awake = false;
        } finally {
            lock.unlock();
        }
    }

    private void recovered() {
        if (failure != null) {
            LOG.info("{} works again", name);
            failure = null;
        }
    }

    private void failed(Exception e) throws InterruptedException {
        if (stopping) {
            throw interrupted(e);
        }
        String message = firstLine(e);
        Failure before = failure;
        failure = new Failure(message, clock.instant());
        if (before == null || !before.message().equals(message)) {
            LOG.warn("{} is hindered and tries again: {}", name, message);
            LOG.debug("{}", name, e);
        }
    }

    private static InterruptedException interrupted(Exception e) {
        var interrupted = new InterruptedException();
        interrupted.initCause(e);
        return interrupted;
    }

    private static Duration longer(Duration rest) {
        Duration twice = rest.multipliedBy(2);
        return twice.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : twice;
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
