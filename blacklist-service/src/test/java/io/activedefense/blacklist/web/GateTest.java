// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.credentials;
import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedService.class)
class GateTest {
    private static RunningService service;

    @BeforeAll
    static void start(RunningService running) {
        service = running;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/prometheus",
                "/api/v1/openapi.yml",
                "/api/v1/settings",
                "/api/v1/users",
                "/api/v1/session",
                "/files/../api/v1/settings",
                "/health/../prometheus",
            })
    void whatIsNotOpenAsksWhoOrIsNotThere(String path) throws Exception {
        assertThat(service.get(path).statusCode()).isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/beans", "/env", "/loggers", "/routes", "/api/nothing", "/files/other.exe"})
    void whatIsNotThereIsNotThere(String path) throws Exception {
        assertThat(service.get(path).statusCode()).isIn(200, 404);
        assertThat(text(service.get(path))).doesNotContain("jdbc", "io.activedefense");
    }

    /** They hold nothing, and it is there that one signs in. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/sign-in", "/blacklist"})
    void thePageIsOpen(String path) throws Exception {
        assertThat(text(service.get(path))).contains("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness", "/files/blacklist.txt"})
    void someNeedNobodysName(String path) throws Exception {
        await().atMost(Duration.ofSeconds(10)).until(() -> service.get(path).statusCode(), status -> status == 200);
    }

    /** A firewall that is refused stops to enforce its list. */
    @Test
    void aFeedThatThereIsNotIsNoRefusal() throws Exception {
        assertThat(service.get("/files/other.txt").statusCode()).isEqualTo(404);
        assertThat(service.send("POST", "/files/other.txt", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void healthTellsNobodyTheDetails() throws Exception {
        assertThat(text(service.get("/health"))).doesNotContain("details").contains("status");
    }

    @Test
    void theAdminComesIn() throws Exception {
        assertThat(service.asAdmin("GET", "/prometheus", "").statusCode()).isEqualTo(200);
        assertThat(service.asAdmin("GET", "/api/v1/openapi.yml", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongOrBrokenCredentialsDoNot() throws Exception {
        String right = service.adminAuthorization();
        for (String header : List.of(
                right + "x",
                right.substring(0, right.length() - 1),
                right.replace("Bearer ", ""),
                right.replace("Bearer ", "Basic "),
                right.replace("adt_", ""),
                credentials("admin", Browser.ADMINS_PASSWORD),
                "Bearer",
                "Bearer ",
                "Basic !!!")) {
            assertThat(service.get("/prometheus", "Authorization", header).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void aRefusalIsAProblemThatTellsNothingOfUs() throws Exception {
        HttpResponse<byte[]> response = service.get("/api/v1/settings");

        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer realm=\"Active Defense\"");
        assertThat(text(response))
                .isEqualTo("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Sign in, or send a token.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Origin: ://"
            })
    void aPageOfAnotherSiteChangesNothing(String header) throws Exception {
        String[] parts = header.split(": ", 2);

        HttpResponse<byte[]> response = service.asAdmin("PUT", "/api/v1/system", "{\"on\":false}", parts[0], parts[1]);

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void theOwnPageMay() throws Exception {
        HttpResponse<byte[]> response = service.asAdmin(
                "PUT",
                "/api/v1/system",
                "{\"on\":\"perhaps\"}",
                "Sec-Fetch-Site",
                "same-origin",
                "Origin",
                "http://127.0.0.1:" + service.port());

        assertThat(response.statusCode())
                .as("read, and refused for what it says")
                .isEqualTo(400);
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() throws Exception {
        for (String path : List.of("/", "/files/blacklist.txt", "/api/v1/nothing", "/health")) {
            var headers = service.get(path).headers();
            assertThat(headers.firstValue("x-content-type-options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("x-frame-options")).as(path).contains("DENY");
            assertThat(headers.firstValue("referrer-policy")).as(path).contains("no-referrer");
            assertThat(headers.firstValue("content-security-policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'");
        }
    }
}
