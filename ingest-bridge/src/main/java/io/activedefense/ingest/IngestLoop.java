// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import io.activedefense.ingest.decision.DecisionFeed;
import io.activedefense.ingest.device.Devices;
import io.activedefense.ingest.publish.Publisher;
import io.activedefense.ingest.publish.StatusReport;
import io.activedefense.ingest.tail.Follower;
import io.activedefense.ingest.telemetry.BridgeMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bridge's one thread: steps what follows files and what sends lines, and rests when both are idle. */
final class IngestLoop {
    private static final Logger LOG = LoggerFactory.getLogger(IngestLoop.class);
    private static final Duration SHORTEST_REST = Duration.ofMillis(1);
    private static final Duration LONGEST_REST = Duration.ofMillis(20);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(1_500);

    private final Follower follower;
    private final Publisher publisher;
    private final StatusReport statusReport;
    private final Devices devices;
    private final DecisionFeed feed;
    private final BridgeMetrics metrics;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean foldersReadable = true;
    private volatile int refusedLinks;

    IngestLoop(
            Follower follower,
            Publisher publisher,
            StatusReport statusReport,
            Devices devices,
            DecisionFeed feed,
            BridgeMetrics metrics) {
        this.follower = follower;
        this.publisher = publisher;
        this.statusReport = statusReport;
        this.devices = devices;
        this.feed = feed;
        this.metrics = metrics;
        this.thread = Thread.ofPlatform().name("ingest-bridge").unstarted(this::run);
    }

    void start() {
        feed.start();
        thread.start();
    }

    /** Whether the loop runs; it ends before it is closed only by a defect. */
    boolean alive() {
        return thread.isAlive();
    }

    boolean foldersReadable() {
        return foldersReadable;
    }

    /** Symbolic links in the folders that are not followed. */
    int refusedLinks() {
        return refusedLinks;
    }

    boolean devicesDecided() {
        return devices.areDecided();
    }

    boolean kafkaReachable() {
        return publisher.reachable();
    }

    private void run() {
        try {
            follow();
            finish();
        } catch (RuntimeException e) {
            LOG.error("The bridge stopped by a defect; the checkpoint stays where it was.", e);
            throw e;
        }
    }

    private void follow() {
        long rest = SHORTEST_REST.toNanos();
        while (!closing) {
            if (doWork() > 0) {
                rest = SHORTEST_REST.toNanos();
            } else {
                LockSupport.parkNanos(rest);
                rest = Math.min(rest * 2, LONGEST_REST.toNanos());
            }
        }
    }

    private int doWork() {
        int work = publisher.doWork() + follower.doWork();
        foldersReadable = follower.foldersReadable();
        if (statusReport.isDue()) {
            var files = devices.look(follower.progress());
            metrics.files(files);
            statusReport.send(files);
            statusReport.takeBack(follower.gone());
            refusedLinks = follower.refused();
            metrics.refusedLinks(refusedLinks);
        }
        return work;
    }

    /** Reads no more, gives Kafka a while to take what is underway, and keeps how far that came. */
    private void finish() {
        long deadline = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
        while (!publisher.isDone() && System.nanoTime() - deadline < 0) {
            publisher.doWork();
            LockSupport.parkNanos(SHORTEST_REST.toNanos());
        }
        try {
            follower.close();
        } catch (IOException e) {
            LOG.error("The last checkpoint can't be written: some lines are sent again after the next start.", e);
        }
        publisher.close(Duration.ofMillis(500));
    }

    /** Returns when all is kept and let go: within two seconds or so. */
    void close() throws InterruptedException {
        closing = true;
        LockSupport.unpark(thread);
        thread.join();
        feed.close();
    }
}
