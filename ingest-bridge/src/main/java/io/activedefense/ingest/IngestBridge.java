// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import io.activedefense.application.Application;

/** Runs the ingest bridge alone. */
public final class IngestBridge {
    private IngestBridge() {}

    public static void main(String[] args) {
        Application.run("ingest-bridge");
    }
}
