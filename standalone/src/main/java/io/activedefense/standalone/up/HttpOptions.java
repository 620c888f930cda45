// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import picocli.CommandLine.Option;

/** Where to serve, as the command line tells it. */
@SuppressWarnings("NullAway.Init")
final class HttpOptions {
    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            defaultValue = "127.0.0.1",
            description = "Address to serve pages and the list on; default: ${DEFAULT-VALUE}")
    private String bind;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to serve them on; default: ${DEFAULT-VALUE}")
    private int port;

    HttpAddress address() {
        return HttpAddress.of(bind, port);
    }
}
