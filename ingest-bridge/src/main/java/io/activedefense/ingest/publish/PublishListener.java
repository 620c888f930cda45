// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import io.activedefense.ingest.checkpoint.LineCounts;

/** Is told what becomes of lines and of the way to Kafka. */
public interface PublishListener {
    /** Kafka has these lines of the device. */
    void acknowledged(String device, LineCounts counts, long bytes);

    /** A line was read, but is not our concern. */
    void ignored(String reason);

    /** Records can be sent. */
    void connected();

    /** Records can't be sent until it is connected again; what was not acknowledged is sent again then. */
    void disconnected(Throwable because);

    /** A file's status was not sent; the next one will be. */
    void statusLost(Exception because);
}
