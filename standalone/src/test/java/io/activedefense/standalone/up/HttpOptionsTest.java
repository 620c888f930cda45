// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whether and how HTTPS is spoken, by what the command line says. */
class HttpOptionsTest {
    private static final String HTTPS = "active-defense.blacklist-service.https.";

    @Test
    void onLoopbackItIsOffUnlessAskedFor() {
        Serving serving = serving();

        assertThat(serving.tls()).isEmpty();
        assertThat(serving.url("/")).isEqualTo("http://127.0.0.1:8080/");
        assertThat(serving.properties()).containsOnlyKeys("micronaut.server.host", "micronaut.server.port");
    }

    @Test
    void onLoopbackItIsOnWhereItsPortIsNamed() {
        Serving serving = serving("--https", "9443");

        assertThat(serving.url("/")).isEqualTo("https://127.0.0.1:9443/");
        assertThat(serving.properties())
                .containsEntry(HTTPS + "enabled", true)
                .containsEntry(HTTPS + "port", 9443)
                .containsEntry(HTTPS + "plain-lists", true)
                .containsEntry("micronaut.server.port", 8080);
    }

    @Test
    void offLoopbackItIsOnByItself() {
        assertThat(serving("--bind", "0.0.0.0").url("/x")).isEqualTo("https://127.0.0.1:8443/x");
        assertThat(serving("--bind", "192.0.2.1").url("/x")).isEqualTo("https://192.0.2.1:8443/x");
        assertThat(serving("--bind", "::1").tls()).isEmpty();
    }

    @Test
    void namesAndProxiesArePassedOn() {
        Serving serving = serving(
                "--https-name", "siem.example,192.0.2.7", "--https-only", "--trusted-proxy", "10.0.0.1,10.0.0.2");

        assertThat(serving.properties())
                .containsEntry(HTTPS + "names", List.of("siem.example", "192.0.2.7"))
                .containsEntry(HTTPS + "plain-lists", false)
                .containsEntry("active-defense.blacklist-service.trusted-proxies", List.of("10.0.0.1", "10.0.0.2"));
    }

    private static Serving serving(String... arguments) {
        return CommandLine.populateCommand(new HttpOptions(), arguments).serving();
    }
}
