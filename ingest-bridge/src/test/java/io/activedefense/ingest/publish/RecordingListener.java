// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import io.activedefense.ingest.checkpoint.LineCounts;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
final class RecordingListener implements PublishListener {
    final List<String> told = new ArrayList<>();

    @Override
    public void acknowledged(String device, LineCounts counts, long bytes) {
        told.add("acknowledged " + counts.lines());
    }

    @Override
    public void ignored(String reason) {
        told.add("ignored " + reason);
    }

    @Override
    public void connected() {
        told.add("connected");
    }

    @Override
    public void disconnected(Throwable because) {
        told.add("disconnected: " + because.getMessage());
    }

    @Override
    public void statusLost(Exception because) {
        told.add("status lost");
    }
}
