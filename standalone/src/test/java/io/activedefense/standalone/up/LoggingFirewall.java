// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/** A firewall that logs at a steady rate by TCP. Its lines are numbered in the destination: 10.0.0.0 is the first. */
final class LoggingFirewall implements AutoCloseable {
    private static final DateTimeFormatter DEVICE_TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");
    private static final int TICKS_A_SECOND = 50;

    private final String name;
    private final String source;
    private final int linesATick;
    private final Socket socket;
    private final Thread thread;
    private volatile boolean closing;
    private int sent;

    LoggingFirewall(int number, int linesASecond, Socket socket) {
        this.name = "PA-" + number;
        this.source = "203.0.113." + number;
        this.linesATick = linesASecond / TICKS_A_SECOND;
        this.socket = socket;
        this.thread = Thread.ofPlatform().name(name).start(this::run);
    }

    String name() {
        return name;
    }

    private void run() {
        try (var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
            while (!closing) {
                for (int i = 0; i < linesATick; i++) {
                    write(out);
                }
                out.flush();
                LockSupport.parkNanos(1_000_000_000L / TICKS_A_SECOND);
            }
        } catch (IOException e) {
            throw new AssertionError(name + " can't log", e);
        }
    }

    private void write(OutputStream out) throws IOException {
        String line = "<14>" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + name
                + " SrcLocation=Germany; SrcIP=" + source
                + "; SrcPort=51515; SrcUser=; DstLocation=10.0.0.0-10.255.255.255;"
                + " DstIP=10." + (sent >> 16) + "." + (sent >> 8 & 255) + "." + (sent & 255) + "; DstPort=443;"
                + " Action=allow; RuleName=Outbound; RuleID=899c7890-1b4a-55a2-830d-33daa39131a2; TimeReceived="
                + LocalDateTime.now(ZoneId.systemDefault()).format(DEVICE_TIME)
                + "; ThreatName=; ThreatID=; Severity=; Subtype=end; Type= TRAFFIC;\n";
        out.write(line.getBytes(US_ASCII));
        sent++;
    }

    /** Logs no more; returns how many lines it logged. */
    int stop() throws InterruptedException {
        closing = true;
        thread.join();
        return sent;
    }

    @Override
    public void close() throws IOException {
        closing = true;
        socket.close();
    }
}
