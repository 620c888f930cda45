// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** A mail server of this machine, at a port where the product is willing to ask for one. */
final class MailServer implements AutoCloseable {
    private static final int[] PORTS = {2525, 587, 465, 25};

    private final int port;
    private final GreenMail server;

    MailServer() {
        port = IntStream.of(PORTS).filter(MailServer::isFree).findFirst().orElseThrow();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    int port() {
        return port;
    }

    /** All that has arrived. */
    MimeMessage[] mails() {
        return server.getReceivedMessages();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
