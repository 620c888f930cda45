// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.awaitility.Awaitility.await;

import io.activedefense.standalone.ActiveDefense;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** rsyslogd and logrotate as we tell people to configure them, on a port of this machine. */
final class RealSyslog implements AutoCloseable {
    static final Path RSYSLOGD = Path.of("/usr/sbin/rsyslogd");
    static final Path LOGROTATE = Path.of("/usr/sbin/logrotate");

    private final Path folder;
    private final Path logs;
    private final int port;
    private final Process process;

    private RealSyslog(Path folder, Path logs, int port, Process process) {
        this.folder = folder;
        this.logs = logs;
        this.port = port;
        this.process = process;
    }

    static RealSyslog begun(Path folder, Path logs, int port) throws IOException {
        Path config = folder.resolve("rsyslog.conf");
        Files.writeString(
                config, printed("--logs", logs.toString(), "--bind", "127.0.0.1", "--port", Integer.toString(port)));
        var process = new ProcessBuilder(
                        RSYSLOGD.toString(),
                        "-n",
                        "-f",
                        config.toString(),
                        "-i",
                        folder.resolve("rsyslogd.pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rsyslogd.out").toFile())
                .start();
        var syslog = new RealSyslog(folder, logs, port, process);
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            syslog.connect().close();
            return true;
        });
        return syslog;
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    /**
     * Rotates every log as we tell people to; only that nothing is compressed or thrown away, since here a day passes in
     * seconds, and the bridge is away for several days of them.
     */
    void rotate() throws IOException, InterruptedException {
        String config = printed(
                        "--logrotate",
                        "--logs",
                        logs.toString(),
                        "--rsyslog-pid",
                        folder.resolve("rsyslogd.pid").toString())
                .replaceAll("(?m)^ *(compress|delaycompress)$", "")
                .replace("rotate 14", "rotate 1000");
        Path file = Files.writeString(folder.resolve("logrotate.conf"), config);
        var rotation = new ProcessBuilder(
                        LOGROTATE.toString(),
                        "--force",
                        "--state",
                        folder.resolve("logrotate.state").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(rotation.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (rotation.waitFor() != 0) {
            throw new AssertionError("logrotate: " + said);
        }
    }

    private static String printed(String... options) {
        var out = new StringWriter();
        var arguments = new ArrayList<>(List.of("rsyslog-config"));
        arguments.addAll(List.of(options));
        int code = ActiveDefense.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError("rsyslog-config " + arguments + " ended with " + code);
        }
        return out.toString();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
