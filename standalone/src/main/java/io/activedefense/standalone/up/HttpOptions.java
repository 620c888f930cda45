// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where and how to serve, as the command line tells it. */
@SuppressWarnings("NullAway.Init")
final class HttpOptions {
    private static final int HTTPS_PORT = 8443;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            defaultValue = "127.0.0.1",
            description = "Address to serve pages and the list on; default: ${DEFAULT-VALUE}. On another one than this"
                    + " machine's own loopback, pages are served by HTTPS alone")
    private String bind;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to serve them on; default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--https",
            paramLabel = "PORT",
            description =
                    "Port to serve them on by HTTPS, with a certificate of our own authority; default where HTTPS is"
                            + " on: " + HTTPS_PORT)
    private @Nullable Integer httpsPort;

    @Option(
            names = "--https-cert",
            paramLabel = "FILE",
            description = "Serve this certificate (PEM) instead; needs --https-key. A file that changes is taken up")
    private @Nullable Path certificate;

    @Option(names = "--https-key", paramLabel = "FILE", description = "The certificate's key (PEM)")
    private @Nullable Path key;

    @Option(
            names = "--https-name",
            paramLabel = "NAME",
            split = ",",
            description = "A further name or address that firewalls and browsers call this machine by")
    private @Nullable List<String> names;

    @Option(names = "--https-only", description = "Serve no list by plain HTTP either")
    private boolean only;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "CIDR",
            split = ",",
            description = "A reverse proxy whose X-Forwarded-For and X-Forwarded-Proto are believed")
    private @Nullable List<String> trustedProxies;

    Serving serving() {
        var http = HttpAddress.of(HttpAddress.Scheme.HTTP, bind, port);
        return new Serving(http, tls(http), trustedProxies == null ? List.of() : trustedProxies);
    }

    private Optional<Tls> tls(HttpAddress http) {
        boolean wished = httpsPort != null || certificate != null || key != null || names != null || only;
        if (http.host().isLoopbackAddress() && !wished) {
            return Optional.empty();
        }
        var address = HttpAddress.of(HttpAddress.Scheme.HTTPS, bind, httpsPort == null ? HTTPS_PORT : httpsPort);
        return Optional.of(new Tls(address, certificate, key, names == null ? List.of() : names, only));
    }
}
