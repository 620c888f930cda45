// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.rsyslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.activedefense.standalone.ActiveDefense;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed is what the real programs accept. */
class RsyslogConfigTest {
    private static final Path RSYSLOGD = Path.of("/usr/sbin/rsyslogd");
    private static final Path LOGROTATE = Path.of("/usr/sbin/logrotate");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter error = new StringWriter();

    @Test
    void rsyslogAcceptsIt() throws Exception {
        assumeInstalled(RSYSLOGD);
        assertAccepted("rsyslog-config", "--logs", "/var/log/Firewall", "--bind", "127.0.0.1");
    }

    @Test
    void rsyslogAcceptsItWithTls() throws Exception {
        assumeInstalled(RSYSLOGD);
        assertAccepted(
                "rsyslog-config", "--tls-cert", "/etc/ssl/a.pem", "--tls-key", "/etc/ssl/a.key", "--tls-ca", "/ca.pem");
    }

    @Test
    void aHostNameIsNoPathAndLongLinesAreNotCut() {
        assertThat(printed("rsyslog-config", "--logs", "/srv/logs", "--group", "firewalls"))
                .contains(
                        "\"/srv/logs/%HOSTNAME:::secpath-replace%.log\"",
                        "maxMessageSize=\"64k\"",
                        "fileGroup=\"firewalls\" fileCreateMode=\"0640\"",
                        "type=\"imudp\" port=\"514\"",
                        "type=\"imtcp\" port=\"514\"")
                .doesNotContain("gtls", "${");
    }

    @Test
    void logrotateRenamesAndHasRsyslogOpenItsFilesAgain() throws Exception {
        assumeInstalled(LOGROTATE);
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Path log = Files.writeString(logs.resolve("PA-1.log"), "one\n");
        Files.setLastModifiedTime(log, FileTime.from(Instant.EPOCH));
        Path asked = folder.resolve("asked");
        String config = printed(
                        "rsyslog-config", "--logrotate", "--logs", logs.toString(), "--rsyslog-pid", "/run/r.pid")
                .replace("kill -HUP \"$(cat /run/r.pid)\"", "touch " + asked);
        Path file = Files.writeString(folder.resolve("logrotate.conf"), config);
        String state = folder.resolve("state").toString();
        var run = run(List.of(LOGROTATE.toString(), "--force", "--state", state, file.toString()));
        assertThat(run).isEmpty();
        assertThat(logs.resolve("PA-1.log.1")).hasContent("one\n");
        assertThat(log).doesNotExist();
        assertThat(asked).exists();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--port | 0 | --port 0 is not accepted; it must be a port from 1 to 65535",
                "--bind | here | --bind here is not accepted; it must be an IP address",
                "--group | a\"b | --group 'a\"b' is not accepted; it must be of letters, digits, and any of",
                "--logs | /var/%HOSTNAME% | --logs '/var/%HOSTNAME%' is not accepted",
                "--tls-cert | /a.pem | --tls-cert and --tls-key must be named together",
            })
    void wrongInputIsRefused(String option, String value, String reason) {
        assertThat(printed("rsyslog-config", option, value)).isEmpty();
        assertThat(error.toString()).contains(reason);
    }

    private void assertAccepted(String... arguments) throws Exception {
        Path config = Files.writeString(folder.resolve("rsyslog.conf"), printed(arguments));
        assertThat(run(List.of(RSYSLOGD.toString(), "-N1", "-f", config.toString())))
                .contains("End of config validation run")
                .doesNotContainIgnoringCase("error", "unknown", "not known");
    }

    private String printed(String... arguments) {
        var out = new StringWriter();
        ActiveDefense.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
        return out.toString();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void assumeInstalled(Path program) {
        assumeTrue(Files.isExecutable(program), program + " is not installed: its configuration was NOT checked");
    }
}
