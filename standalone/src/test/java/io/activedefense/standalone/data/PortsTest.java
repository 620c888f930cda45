// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void areRemembered() throws IOException {
        int broker = ports().portFor("broker");
        int database = ports().portFor("database");
        assertThat(ports().portFor("broker")).isEqualTo(broker);
        assertThat(ports().portFor("database")).isEqualTo(database).isNotEqualTo(broker);
    }

    @Test
    void areOutOfTheRangeThatTheKernelGivesToOutgoingConnections() throws IOException {
        assertThat(ports().portFor("broker")).isBetween(20_000, 31_999);
    }

    @Test
    void areReplacedWhenSomebodyElseTookThem() throws IOException {
        int first = ports().portFor("broker");
        try (var somebody = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            int second = ports().portFor("broker");
            assertThat(second).isNotEqualTo(somebody.getLocalPort());
            assertThat(ports().portFor("broker")).isEqualTo(second);
        }
    }

    private Ports ports() throws IOException {
        return Ports.rememberedIn(folder.resolve("ports.properties"));
    }
}
