// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.edl;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many pollers on two threads, each with a connection of its own that stays. Written by hand, since a client from the
 * shelf takes several times what the server does on the same two cores.
 */
final class PollLoad {
    private static final int THREADS = 2;

    private final int port;
    private final int connections;
    private final byte[] request;
    private final int expectedStatus;

    /**
     * A load.
     *
     * @param etag that the pollers have
     * @param expectedStatus of every answer
     */
    PollLoad(int port, int connections, String etag, int expectedStatus) {
        this.port = port;
        this.connections = connections;
        this.request = ("GET " + ListServer.PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
                        + "If-None-Match: " + etag + "\r\n\r\n")
                .getBytes(US_ASCII);
        this.expectedStatus = expectedStatus;
    }

    /** Polls for so long; how many answers came a second. */
    double run(Duration duration) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<Long>>();
            long from = System.nanoTime();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> poll(from + duration.toNanos())));
            }
            long answers = 0;
            for (Future<Long> one : running) {
                answers += one.get();
            }
            return answers / ((System.nanoTime() - from) / 1e9);
        }
    }

    private long poll(long until) throws IOException {
        var pollers = new ArrayList<Connection>();
        try {
            for (int i = 0; i < connections / THREADS; i++) {
                pollers.add(new Connection(new Socket(InetAddress.getLoopbackAddress(), port)));
            }
            long answers = 0;
            while (System.nanoTime() < until) {
                round(pollers);
                answers += pollers.size();
            }
            return answers;
        } finally {
            for (Connection poller : pollers) {
                poller.socket.close();
            }
        }
    }

    private void round(List<Connection> pollers) throws IOException {
        for (Connection poller : pollers) {
            poller.socket.getOutputStream().write(request);
        }
        for (Connection poller : pollers) {
            poller.readAnswer();
        }
    }

    /** One poller's. */
    private final class Connection {
        private static final String LENGTH = "content-length:";

        private final Socket socket;
        private final byte[] buffer = new byte[1 << 16];

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
        }

        /** Nothing is behind an answer before the next request. */
        void readAnswer() throws IOException {
            InputStream in = socket.getInputStream();
            int filled = 0;
            int headEnd = -1;
            while (headEnd < 0) {
                int read = in.read(buffer, filled, buffer.length - filled);
                if (read < 0) {
                    throw new EOFException("the server hung up");
                }
                filled += read;
                headEnd = headEnd(filled);
            }
            String head = new String(buffer, 0, headEnd, US_ASCII);
            if (!head.startsWith("HTTP/1.1 " + expectedStatus)) {
                throw new IOException("not " + expectedStatus + ": "
                        + head.lines().findFirst().orElse(""));
            }
            skip(in, length(head) - (filled - headEnd));
        }

        private int headEnd(int filled) {
            for (int i = 3; i < filled; i++) {
                if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
                    return i + 1;
                }
            }
            return -1;
        }

        private long length(String head) {
            String lower = head.toLowerCase(Locale.ROOT);
            int at = lower.indexOf(LENGTH);
            if (at < 0 || expectedStatus == 304) {
                return 0;
            }
            int end = lower.indexOf('\r', at);
            return Long.parseLong(lower.substring(at + LENGTH.length(), end).strip());
        }

        private void skip(InputStream in, long count) throws IOException {
            long left = count;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("the server hung up");
                }
                left -= read;
            }
        }
    }
}
