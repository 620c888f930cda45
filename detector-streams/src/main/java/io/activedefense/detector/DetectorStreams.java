// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector;

import io.activedefense.application.Application;

/** Runs the detector alone. */
public final class DetectorStreams {
    private DetectorStreams() {}

    public static void main(String[] args) {
        Application.run("detector-streams");
    }
}
