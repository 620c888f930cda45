// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.standalone.data.CannotStartException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** Where pages and the list are served. */
record HttpAddress(Scheme scheme, InetAddress host, int port) {
    private static final int HIGHEST_PORT = 65_535;

    /** In plain text, or by TLS. */
    enum Scheme {
        HTTP,
        HTTPS;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    HttpAddress {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new CannotStartException("--" + scheme.word() + " " + port
                    + " is not accepted; it must be a port from 1 to " + HIGHEST_PORT);
        }
    }

    static HttpAddress of(Scheme scheme, String bind, int port) {
        try {
            return new HttpAddress(scheme, InetAddress.ofLiteral(bind), port);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(
                    "--bind " + bind + " is not accepted; it must be an IP address of this machine, or 0.0.0.0 for all",
                    e);
        }
    }

    void refuseBusy() {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new CannotStartException(
                    "Port " + port + " of " + host.getHostAddress() + " can't be listened on (" + e.getMessage()
                            + "); name another with --" + scheme.word() + " or --bind",
                    e);
        }
    }

    /** How a browser on this machine reaches it. */
    String url(String path) {
        var reachable = host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host;
        var text = reachable.getHostAddress();
        return scheme.word() + "://" + (reachable instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port
                + path;
    }
}
