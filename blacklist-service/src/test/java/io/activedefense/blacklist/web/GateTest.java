// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.credentials;
import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.testing.TestDatabase;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedService.class)
class GateTest {
    private static RunningService service;
    private static TestDatabase database;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @Test
    void everyRouteButTheOpenOnesAsksWho() throws Exception {
        List<UriRouteInfo<?, ?>> routes =
                service.context().getBean(Router.class).uriRoutes().toList();
        assertThat(routes).hasSizeGreaterThan(12);

        for (UriRouteInfo<?, ?> route : routes) {
            String path = route.getUriMatchTemplate().toString().replaceAll("\\{/?[^}]*}", "192.0.2.1");
            if (Gate.OPEN.contains(path)) {
                continue;
            }
            HttpResponse<byte[]> response = service.send(route.getHttpMethodName(), path, "");
            assertThat(response.statusCode())
                    .as("%s %s", route.getHttpMethodName(), path)
                    .isEqualTo(401);
            assertThat(response.headers().firstValue("www-authenticate"))
                    .contains("Basic realm=\"Active Defense\", charset=\"UTF-8\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/nothing",
                "/prometheus",
                "/metrics",
                "/api/v1/openapi.yml",
                "/files/other.exe",
                "/files/.txt",
                "/files/other.txt/x",
                "/files/blacklist.txt/",
                "/files/blacklist.txt/../../api/v1/settings",
                "/health/../prometheus",
                "/health%2f..%2fprometheus",
                "//prometheus"
            })
    void whateverElseIsAskedForAsksWhoToo(String path) throws Exception {
        assertThat(service.get(path).statusCode()).isEqualTo(401);
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
        assertThat(service.send("POST", "/files/other.txt", "{}").statusCode()).isEqualTo(401);
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
        String right = service.password();
        for (String header : List.of(
                credentials("admin", "wrong"),
                credentials("admin", right + "x"),
                credentials("admin", right.substring(1)),
                credentials("root", right),
                credentials("Admin", right),
                credentials("", ""),
                "Basic",
                "Basic !!!",
                "Basic YWRtaW4=",
                "Bearer " + right)) {
            assertThat(service.get("/prometheus", "Authorization", header).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void aRefusalIsAProblemThatTellsNothingOfUs() throws Exception {
        HttpResponse<byte[]> response = service.get("/api/v1/settings");

        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(text(response))
                .isEqualTo("{\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"detail\":\"Sign in as admin with the generated password.\"}");
    }

    @Test
    void thePasswordIsStrongAndOnlyItsOwnerReadsIt() throws Exception {
        Path folder = service.folder();
        Path file = folder.resolve("initial-admin-password");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(service.password()).hasSize(32).matches("[\\w-]+");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith(".password"));
        }
    }

    @Test
    void aPasswordThatIsThereStays(@TempDir Path another) throws Exception {
        Files.writeString(another.resolve("initial-admin-password"), "given by the operator\n");

        try (var restarted = RunningService.start(another, database.url())) {
            assertThat(restarted.password()).isEqualTo("given by the operator");
            assertThat(restarted.asAdmin("GET", "/prometheus", "").statusCode()).isEqualTo(200);
        }
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
