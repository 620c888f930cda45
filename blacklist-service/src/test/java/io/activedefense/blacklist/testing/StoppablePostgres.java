// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A real PostgreSQL of its own, which can be stopped and started again where it was. */
public final class StoppablePostgres implements AutoCloseable {
    private final Path folder;
    private final int port = freePort();
    private EmbeddedPostgres server;

    public StoppablePostgres(Path folder) {
        this.folder = folder;
        this.server = started();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Stops the server. */
    public void outage() {
        close();
    }

    /** Starts it on what it had. */
    public void recovery() {
        server = started();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of loopback that nobody listens on. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
