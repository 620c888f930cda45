// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.json.Json;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The most that operators may send passes the limits that keep others from sending more. */
@ExtendWith(SharedService.class)
class LargestBodiesTest {
    private static final int MOST = 10_000;
    private static final String COMMENT = "a partner's scanner ".repeat(10);

    private static RunningService service;
    private static TestDatabase database;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @AfterEach
    void forget() {
        database.clear();
    }

    @Test
    void tenThousandEntriesAreReadForAnImport() throws Exception {
        database.clear();
        String file = IntStream.range(0, MOST)
                .mapToObj(i -> address(i) + " " + COMMENT)
                .collect(Collectors.joining("\n"));

        HttpResponse<byte[]> answer =
                service.asAdmin("POST", "/api/v1/blacklist/import?dryRun=true", file, "Content-Type", "text/plain");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("\"added\":" + MOST);
    }

    @Test
    void tenThousandNetworksAreSetAsTheAllowlist() throws Exception {
        var settings = (ObjectNode) Json.STRICT.readTree(
                service.asAdmin("GET", "/api/v1/settings", "").body());
        var allowlist = settings.putArray("allowlist");
        IntStream.range(0, MOST)
                .forEach(i -> allowlist.addObject().put("cidr", address(i)).put("comment", COMMENT));

        try {
            assertThat(service.asAdmin("PUT", "/api/v1/settings", settings.toString())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            service.restoreFirstSettings();
        }
    }

    private static String address(int i) {
        return "91." + (100 + i / 65_536) + "." + i / 256 % 256 + "." + i % 256;
    }
}
