// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** The one port at which services in tests may ask mail servers. Where a test has one, it stands there. */
final class MailPort {
    static final int NUMBER = free();

    private MailPort() {}

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
