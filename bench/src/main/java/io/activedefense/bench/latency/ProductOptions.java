// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which product is measured. */
final class ProductOptions {
    @ArgGroup(exclusive = false)
    private @Nullable Running running;

    @Option(
            names = "--command",
            paramLabel = "FILE",
            description =
                    "the script that starts one on a throw-away folder; default: activedefense of this source tree")
    private @Nullable Path command;

    /** Both, or neither. */
    static final class Running {
        @Option(
                names = "--logs",
                paramLabel = "DIR",
                required = true,
                description = "the log folder of one that runs already")
        private Path logs = Path.of(".");

        @Option(names = "--edl", paramLabel = "URL", required = true, description = "the URL of its list")
        private URI edl = URI.create("http://127.0.0.1:8080/files/blacklist.txt");
    }

    Product product() throws IOException, InterruptedException, TimeoutException {
        if (running != null) {
            return new Product.Running(running.logs, running.edl);
        }
        if (command != null) {
            return Product.Child.start(command);
        }
        return Product.Child.start(Path.of(System.getProperty("active-defense.home", "."), "activedefense"));
    }
}
