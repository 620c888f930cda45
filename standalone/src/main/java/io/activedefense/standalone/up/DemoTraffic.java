// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.server.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Two made-up firewalls, written by the traffic generator as a process of its own. A shell around it ends it when we
 * let go of its standard input, or are killed.
 */
final class DemoTraffic implements Company {
    /** The system property that names where the generator's classes are. */
    static final String CLASSES_PROPERTY = "active-defense.traffic.classes";

    /** Deaf to the terminal's Ctrl-C, so that it lives to end the generator, which inherits that. */
    private static final String WITH_PARENT = "trap '' INT HUP; \"$@\" & generator=$!;"
            + " while read -r line; do :; done; kill \"$generator\"; wait \"$generator\"";

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(1);

    private final String classes;

    DemoTraffic() {
        var told = System.getProperty(CLASSES_PROPERTY);
        if (told == null) {
            throw new CannotStartException("The traffic generator is not known: start with the script ./activedefense");
        }
        this.classes = told;
    }

    @Override
    public AutoCloseable begin(Path logs, Progress progress) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                WITH_PARENT,
                "traffic",
                java,
                "-Xmx128m",
                "io.activedefense.bench.traffic.DemoTraffic",
                logs.toString());
        builder.environment().put("CLASSPATH", classes + ":" + System.getProperty("java.class.path"));
        var traffic =
                builder.inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
        progress.say("Demo: two made-up firewalls are being logged; within a minute the list fills");
        return () -> {
            traffic.getOutputStream().close();
            if (!Processes.endsWithin(traffic.toHandle(), TIME_TO_STOP)) {
                traffic.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        };
    }

    @Override
    public boolean keepsData() {
        return false;
    }
}
