// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.standalone.ActiveDefense;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input to {@code up} is one line on standard error that says what is wrong, and nothing else happens. */
class WrongInputTest {
    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");

    @BeforeEach
    void nameADataFolder() {
        data = folder.resolve("data");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "--http | 0 | it must be a port from 1 to 65535",
                "--http | 65536 | it must be a port from 1 to 65535",
                "--http | eighty | 'eighty' is not an int",
                "--https | 0 | --https 0 is not accepted; it must be a port from 1 to 65535",
                "--https | 8080 | --https 8080 is not accepted; it must be another port than --http",
                "--https-cert | /no/such/file | --https-cert and --https-key belong together",
                "--bind | here | it must be an IP address of this machine",
                "--bind | 192.0.2.1 | can't be listened on",
                "--logs | /no/such/folder | The log folder /no/such/folder does not exist",
                "--settings | /no/such/file | The settings file /no/such/file can't be read",
                "--remove-rotated-after | PT4M59S | it must be from PT5M to PT144H",
                "--remove-rotated-after | soon | cannot convert 'soon'",
                "--bogus | 1 | Unknown option",
            })
    void isRefused(String option, String value, String reason) throws IOException {
        assertRefused(reason, option, value);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"blockWindowDays\": 0} | blockWindowDays: 0 is not accepted; it must be in 1 to 730",
                "{\"ipv6SourcePrefix\": 56} | ipv6SourcePrefix: 56 is not accepted; it must be 64 or 128",
                "{\"portScan\": {\"threshold\": 0}} | portScan.threshold: 0 is not accepted; it must be in 1 to 1000",
                "{\"blockWindow\": 5} | blockWindow: 5 is not accepted",
                "half a document | Unrecognized token 'half'",
            })
    void inSettingsIsRefused(String document, String reason) throws IOException {
        var file = Files.writeString(folder.resolve("settings.json"), document);
        assertRefused(reason, "--settings", file.toString());
    }

    @Test
    void likeABusyPortIsRefused() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    "Port " + busy.getLocalPort() + " of 127.0.0.1 can't be listened on",
                    "--http",
                    Integer.toString(busy.getLocalPort()));
        }
    }

    @Test
    void likeNewerDataIsRefused() throws IOException {
        Files.createDirectory(data);
        Files.writeString(data.resolve("version"), "7");
        assertThat(up("--http", Integer.toString(freePort())))
                .contains("data version 7, written by a newer Active Defense");
        assertThat(data.toFile().list()).containsExactly("version");
    }

    private void assertRefused(String reason, String... options) throws IOException {
        assertThat(up(options)).contains(reason);
        assertThat(data).doesNotExist();
    }

    /** Starts {@code up}; what it said, which is one line. */
    private String up(String... options) throws IOException {
        var err = new StringWriter();
        var arguments = new ArrayList<>(List.of("up", "--data", data.toString()));
        arguments.addAll(List.of(options));
        int code = ActiveDefense.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(code).isNotZero();
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
