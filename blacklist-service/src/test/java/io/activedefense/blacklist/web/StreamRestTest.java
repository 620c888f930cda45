// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedService.class)
class StreamRestTest {
    private static RunningService service;

    @BeforeAll
    static void start(RunningService running) {
        service = running;
    }

    @Test
    void whatHappensIsToldAsItHappensAndAfterwardsFromWhereOneWas() throws Exception {
        String id;
        try (var page = new FollowingPage()) {
            page.awaits("event: status");
            service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.1.1.1\"}");
            page.awaits("\"address\":\"91.1.1.1\"");
            assertThat(page.lines).contains("event: blacklist");
            id = page.lastId();
        }
        service.asAdmin("DELETE", "/api/v1/blacklist/91.1.1.1?reason=done", "");
        try (var again = new FollowingPage("Last-Event-ID", id)) {
            again.awaits("\"kind\":\"released\"");
            assertThat(String.join("\n", again.lines)).doesNotContain("\"kind\":\"added\"");
        }
    }

    @Test
    void whoWasToldOfAnotherDatabaseIsToldWhatHappensFromNowOn() throws Exception {
        try (var page = new FollowingPage("Last-Event-ID", "9000000000")) {
            page.awaits("event: status");
            service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.1.1.2\"}");
            page.awaits("\"address\":\"91.1.1.2\"");
        }
    }

    @Test
    void tooManyPagesAreRefusedUntilSomeAreClosed() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            int followed = 0;
            HttpResponse<InputStream> answer = client.send(question(service), BodyHandlers.ofInputStream());
            while (answer.statusCode() == 200 && followed < 200) {
                followed++;
                answer = client.send(question(service), BodyHandlers.ofInputStream());
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(followed).isBetween(50, 100);
            client.shutdownNow();
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (var page = new FollowingPage()) {
                page.awaits("event: status");
            }
        });
    }

    @Test
    void whoOnlyAsksForTheHeadersFollowsNothing() throws Exception {
        assertThat(service.asAdmin("HEAD", "/api/v1/stream", "").statusCode()).isEqualTo(405);
    }

    @Test
    void aPageThatCanUnpackIsToldAtOnceToo() throws Exception {
        try (var page = new FollowingPage("Accept-Encoding", "gzip")) {
            page.awaits("event: status");
            assertThat(page.encoding).isEmpty();
        }
    }

    @Test
    void withTheDatabaseAwayTheStatusStillComes(@TempDir Path folder) throws Exception {
        try (var away = new TestDatabase();
                var alone = RunningService.start(folder, away.url());
                var page = new FollowingPage(alone)) {
            page.awaits("event: status");
            away.outage();
            int before = page.lines.size();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> page.lines.subList(before, page.lines.size()).stream()
                            .anyMatch(line -> line.contains("\"name\":\"database\",\"up\":false")));
            away.recovery();
        }
    }

    @Test
    void whoIsNobodyIsToldNothingAndAWrongPlaceIsRefused() throws Exception {
        assertThat(service.get("/api/v1/stream").statusCode()).isEqualTo(401);
        HttpResponse<byte[]> refused = service.asAdmin("GET", "/api/v1/stream", "", "Last-Event-ID", "yesterday");
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    private static HttpRequest question(RunningService running, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + "/api/v1/stream"))
                .header("Authorization", running.adminAuthorization())
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /** Reads the stream's lines on a thread of its own. */
    private static final class FollowingPage implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpClient client = HttpClient.newHttpClient();
        private final String encoding;

        FollowingPage(String... headers) throws Exception {
            this(service, headers);
        }

        FollowingPage(RunningService running, String... headers) throws Exception {
            var response = client.send(question(running, headers), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
            encoding = response.headers().firstValue("content-encoding").orElse("");
            var reader = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
            Thread.ofVirtual().start(() -> readAll(reader));
        }

        void awaits(String part) {
            await().atMost(Duration.ofSeconds(30)).until(() -> lines.stream().anyMatch(line -> line.contains(part)));
        }

        String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((first, last) -> last)
                    .orElseThrow()
                    .substring(3)
                    .strip();
        }

        /** Ends with the connection. */
        private void readAll(BufferedReader reader) {
            try (reader) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("closed: " + e.getMessage());
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
