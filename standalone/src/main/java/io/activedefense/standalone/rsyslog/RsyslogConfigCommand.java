// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.rsyslog;

import static io.activedefense.standalone.rsyslog.ConfigTemplate.harmless;

import io.activedefense.standalone.data.CannotStartException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the configuration of rsyslog, or of logrotate, for this host; changes nothing. */
@Command(
        name = "rsyslog-config",
        description = "Prints what rsyslog needs to receive the firewalls' logs on this host; with --logrotate, what"
                + " logrotate needs to rotate them.")
@SuppressWarnings("NullAway.Init")
public final class RsyslogConfigCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    /** Debian's way to have rsyslog open its files again. */
    private static final Path DEBIANS_REOPEN = Path.of("/usr/lib/rsyslog/rsyslog-rotate");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            defaultValue = "/var/log/Firewall",
            description = "Where the log files are written; default: ${DEFAULT-VALUE}")
    private Path logs;

    @Option(
            names = "--group",
            defaultValue = "adm",
            description = "Group that may read the log files; default: ${DEFAULT-VALUE}")
    private String group;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Address to receive on; default: every address of this host")
    private @Nullable String bind;

    @Option(
            names = "--port",
            defaultValue = "514",
            description = "Port to receive on, UDP and TCP; default: ${DEFAULT-VALUE}")
    private int port;

    @Mixin
    private TlsOptions tls;

    @Option(names = "--logrotate", description = "Print the configuration of logrotate instead")
    private boolean logrotate;

    @Option(
            names = "--rsyslog-pid",
            paramLabel = "FILE",
            description = "Where rsyslog writes its process id, if logrotate is to signal it by that")
    private @Nullable String pidFile;

    /** Run by the command line. */
    public RsyslogConfigCommand() {}

    @Override
    public Integer call() {
        String folder = harmless("--logs", logs.toAbsolutePath().normalize().toString());
        var out = spec.commandLine().getOut();
        out.print(logrotate ? logrotateConfig(folder) : rsyslogConfig(folder));
        out.flush();
        return spec.exitCodeOnSuccess();
    }

    private String rsyslogConfig(String folder) {
        String address = bind == null ? "" : " address=\"" + literal(bind) + "\"";
        return ConfigTemplate.named("rsyslog.conf")
                        .filled(Map.of(
                                "logs",
                                folder,
                                "group",
                                harmless("--group", group),
                                "address",
                                address,
                                "port",
                                port("--port", port)))
                + tls.config(address);
    }

    private String logrotateConfig(String folder) {
        return ConfigTemplate.named("logrotate.conf").filled(Map.of("logs", folder, "reopen", reopen()));
    }

    private String reopen() {
        if (pidFile == null && Files.isExecutable(DEBIANS_REOPEN)) {
            return DEBIANS_REOPEN.toString();
        }
        String file = pidFile == null ? "/run/rsyslogd.pid" : harmless("--rsyslog-pid", pidFile);
        return "kill -HUP \"$(cat " + file + ")\"";
    }

    static String port(String option, int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new CannotStartException(
                    option + " " + port + " is not accepted; it must be a port from 1 to " + HIGHEST_PORT);
        }
        return Integer.toString(port);
    }

    private static String literal(String bind) {
        try {
            return InetAddress.ofLiteral(bind).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new CannotStartException("--bind " + bind + " is not accepted; it must be an IP address", e);
        }
    }
}
