// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Says to the server what no client library would. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 60_000;

    private RawHttp() {}

    /** Sends the text and gives all that comes back until the server closes. */
    static String ask(int port, String text) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
