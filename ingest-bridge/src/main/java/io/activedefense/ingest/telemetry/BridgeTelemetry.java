// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.telemetry;

import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.publish.PublishListener;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.ingest.tail.TailListener;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens, logged and counted. */
public final class BridgeTelemetry implements TailListener, PublishListener {
    private static final Logger LOG = LoggerFactory.getLogger("io.activedefense.ingest");

    private enum Connection {
        UNKNOWN,
        UP,
        DOWN
    }

    private final BridgeMetrics metrics;
    private Connection connection = Connection.UNKNOWN;

    public BridgeTelemetry(BridgeMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void folderReadable(Path folder) {
        LOG.info("The log folder is readable again. folder={}", folder);
    }

    @Override
    public void folderUnreadable(Path folder, IOException because) {
        LOG.warn("The log folder can't be read; it is tried again. folder={} because={}", folder, because.toString());
    }

    @Override
    public void refused(Path link) {
        LOG.error("A link that leads out of the configured folders is not followed. link={}", link);
    }

    @Override
    public void compressedUnread(Path file) {
        metrics.compressedUnread();
        LOG.error("Lines of a log were compressed before they were read; they are not read. file={}", file);
    }

    @Override
    public void hintsMissed() {
        LOG.warn("The system does not tell of every change in the log folder, as on network file systems:"
                + " all files are looked at often.");
    }

    @Override
    public void following(LogFile file, long offset) {
        LOG.info("Following. file={} identity={} offset={}", file.name(), file.identity(), offset);
    }

    @Override
    public void unreadable(Path file, IOException because) {
        LOG.warn("A log file can't be read; it is tried again. file={} because={}", file, because.toString());
    }

    @Override
    public void truncated(LogFile file, long unreadBytes) {
        metrics.truncated(unreadBytes);
        if (unreadBytes > 0) {
            LOG.error("A file was cut before it was read. file={} lostBytes={}", file.name(), unreadBytes);
        } else {
            LOG.info("A file was cut; its next life begins. file={}", file.name());
        }
    }

    @Override
    public void retired(LogFile file, long unreadBytes) {
        metrics.retired(unreadBytes);
        if (unreadBytes > 0) {
            LOG.error("A file has gone with an unfinished line. file={} lostBytes={}", file.name(), unreadBytes);
        } else {
            LOG.info("A rotated file is read to its end. file={} identity={}", file.name(), file.identity());
        }
    }

    @Override
    public void removed(Path file, long bytes) {
        metrics.removed(bytes);
        LOG.info("A rotated file was removed: Kafka has all that it held. file={} bytes={}", file, bytes);
    }

    @Override
    public void notRemoved(Path file, IOException because) {
        LOG.warn("A rotated file can't be removed; it is tried again. file={} because={}", file, because.toString());
    }

    @Override
    public void checkpointNotWritten(IOException because) {
        LOG.error("The checkpoint can't be written; it is tried again.", because);
    }

    @Override
    public void acknowledged(String device, LineCounts counts, long bytes) {
        metrics.acknowledged(device, counts, bytes);
    }

    @Override
    public void ignored(String reason) {
        metrics.ignored(reason);
    }

    @Override
    public void connected() {
        connection = Connection.UP;
        LOG.info("Kafka takes lines.");
    }

    @Override
    public void disconnected(Throwable because) {
        if (connection == Connection.DOWN) {
            LOG.debug("Still no way to Kafka. because={}", because.toString());
            return;
        }
        connection = Connection.DOWN;
        metrics.disconnected();
        LOG.warn("No way to Kafka: reading waits, and it is tried again.", because);
    }

    @Override
    public void statusLost(Exception because) {
        LOG.debug("A status was not sent. because={}", because.toString());
    }
}
