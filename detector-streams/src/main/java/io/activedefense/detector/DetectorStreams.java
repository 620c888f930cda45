// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;

/** The detector as a process of its own; {@code detector-streams.yml} and the environment configure it. */
public final class DetectorStreams {
    private DetectorStreams() {}

    public static void main(String[] args) {
        System.setProperty("micronaut.config.files", "classpath:detector-streams.yml");
        Micronaut.build(args)
                .mainClass(DetectorStreams.class)
                .deduceEnvironment(false)
                .defaultEnvironments(Environment.BARE_METAL)
                .start();
    }
}
