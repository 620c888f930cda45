// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.edl.Gunzip;
import io.activedefense.blacklist.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedService.class)
class EdlHttpTest {
    private static final String EDL = "/files/blacklist.txt";

    private static RunningService service;
    private static TestDatabase database;

    @TempDir
    Path folder;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @BeforeEach
    void emptyTheList() {
        database.clear();
        database.execute("UPDATE list_version SET version = version + 1");
    }

    @Test
    void servesTheListWithoutAskingWho() throws Exception {
        HttpResponse<byte[]> response = pollUntil("91.198.5.7\n2600:1f18::/64\n", "91.198.5.7", "2600:1f18::/64");

        assertThat(response.headers().map())
                .containsEntry("content-type", List.of("text/plain; charset=utf-8"))
                .containsEntry("content-length", List.of("26"))
                .containsEntry("cache-control", List.of("no-cache"))
                .containsEntry("vary", List.of("Accept-Encoding"))
                .containsKeys("etag", "date")
                .doesNotContainKeys("content-encoding", "transfer-encoding", "server");
    }

    @Test
    void anEmptyListIs200AndAnEmptyBody() throws Exception {
        HttpResponse<byte[]> response = pollUntil("");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-length")).contains("0");
        assertThat(response.headers().firstValue("etag")).isPresent();
    }

    @Test
    void beforeThereIsAListItSaysLater() throws Exception {
        try (var another = RunningService.start(folder, RunningService.NO_DATABASE)) {
            HttpResponse<byte[]> response = another.get(EDL);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("retry-after")).contains("30");
            assertThat(response.body()).isEmpty();
            assertThat(another.get("/files/partners.csv").statusCode())
                    .as("it may be there all the same")
                    .isEqualTo(503);
        }
    }

    @Test
    void headTellsWhatGetWouldSend() throws Exception {
        HttpResponse<byte[]> got = pollUntil("91.198.5.7\n", "91.198.5.7");

        HttpResponse<byte[]> head = service.send("HEAD", EDL, "");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : List.of("content-length", "content-type", "etag", "vary", "cache-control")) {
            assertThat(head.headers().firstValue(header))
                    .as(header)
                    .isEqualTo(got.headers().firstValue(header));
        }
    }

    @Test
    void aPollerThatHasTheListGets304UntilItChanges() throws Exception {
        String etag = etag(pollUntil("91.198.5.7\n", "91.198.5.7"));

        HttpResponse<byte[]> again = service.get(EDL, "If-None-Match", "\"older\"", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(etag(again)).isEqualTo(etag);
        assertThat(again.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(service.send("HEAD", EDL, "", "If-None-Match", etag).statusCode())
                .isEqualTo(304);

        pollUntil("91.198.5.7\n91.198.5.8\n", "91.198.5.8");
        assertThat(service.get(EDL, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void theDateIsToldOnceItsSecondHasComeAndCounts() throws Exception {
        pollUntil("91.198.5.7\n", "91.198.5.7");
        String date = await().atMost(Duration.ofSeconds(5))
                .until(() -> service.get(EDL).headers().firstValue("last-modified"), Optional::isPresent)
                .orElseThrow();

        assertThat(service.get(EDL, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(service.get(EDL, "If-Modified-Since", "Sun, 22 Nov 2020 12:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void gzipOnlyWhereItIsAskedFor() throws Exception {
        String[] many = new String[60];
        var lines = new StringBuilder();
        for (int i = 0; i < many.length; i++) {
            many[i] = "91.198.0." + (10 + i);
            lines.append(many[i]).append('\n');
        }
        HttpResponse<byte[]> plain = pollUntil(lines.toString(), many);

        HttpResponse<byte[]> packed = service.get(EDL, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> liked = service.get(EDL, "Accept-Encoding", "gzip;q=0.5, identity, deflate");

        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("content-length")).contains(Integer.toString(packed.body().length));
        assertThat(packed.headers().firstValue("vary")).contains("Accept-Encoding");
        assertThat(Gunzip.of(packed.body())).isEqualTo(plain.body());
        assertThat(etag(packed)).isNotEqualTo(etag(plain));
        assertThat(liked.headers().firstValue("content-encoding")).isEmpty();
        assertThat(liked.body()).isEqualTo(plain.body());
        assertThat(service.get(EDL, "Accept-Encoding", "gzip", "If-None-Match", etag(packed))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aRestartServesTheSameBytesUnderTheSameTagBeforeAndAfterTheDatabaseIsThere() throws Exception {
        HttpResponse<byte[]> before = pollUntil("91.198.5.7\n", "91.198.5.7");
        try (var another = RunningService.start(folder, database.url())) {
            awaitText(another, "91.198.5.7\n");
        }

        try (var withoutDatabase = RunningService.start(folder, RunningService.NO_DATABASE)) {
            assertSame(withoutDatabase.get(EDL), before);
        }

        try (var again = RunningService.start(folder, database.url())) {
            assertSame(again.get(EDL), before);
            pollUntil("91.198.5.7\n91.198.5.8\n", "91.198.5.8");
            awaitText(again, "91.198.5.7\n91.198.5.8\n");
        }
    }

    @Test
    void withTheDatabaseStoppedTheLastListStays() throws Exception {
        HttpResponse<byte[]> before = pollUntil("91.198.5.7\n", "91.198.5.7");

        database.outage();

        assertSame(service.get(EDL), before);
        HttpResponse<byte[]> refused = service.asAdmin("GET", "/api/v1/blacklist", "");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
        HttpResponse<byte[]> status = service.asAdmin("GET", "/api/v1/status", "");
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(text(status)).contains("{\"name\":\"database\",\"up\":false");
        assertSame(service.get(EDL), before);

        database.recovery();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.asAdmin("GET", "/api/v1/blacklist", "").statusCode() == 200);
        pollUntil("91.198.5.7\n91.198.5.8\n", "91.198.5.8");
    }

    /** To hand a poll on to another thread and back costs more than all the rest of it. */
    @Test
    void aPollIsAnsweredByTheThreadThatReadIt() throws Exception {
        HttpResponse<byte[]> list = pollUntil("");
        HttpResponse<byte[]> feed = service.get("/files/no-such.txt");

        assertThat(feed.statusCode()).isEqualTo(404);
        assertThat(List.of(list, feed))
                .allSatisfy(answer -> assertThat(answer.headers().firstValue(AnsweringThread.HEADER))
                        .hasValueSatisfying(thread -> assertThat(thread).containsIgnoringCase("eventLoop")));
    }

    @Test
    void nothingElseThanReadingIsOffered() throws Exception {
        assertThat(service.asAdmin("POST", EDL, "{}").statusCode()).isEqualTo(405);
        assertThat(service.asAdmin("DELETE", EDL, "").statusCode()).isEqualTo(405);
    }

    /** Lists the addresses, and polls until the list is as wanted. */
    private HttpResponse<byte[]> pollUntil(String wanted, String... addresses) throws Exception {
        for (String address : addresses) {
            assertThat(service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"" + address + "\"}")
                            .statusCode())
                    .isEqualTo(201);
        }
        return awaitText(service, wanted);
    }

    private static HttpResponse<byte[]> awaitText(RunningService polled, String wanted) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> polled.get(EDL),
                        response -> text(response).equals(wanted) && response.statusCode() == 200);
    }

    private static void assertSame(HttpResponse<byte[]> response, HttpResponse<byte[]> before) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(before.body());
        assertThat(etag(response)).isEqualTo(etag(before));
    }

    private static String etag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("etag").orElseThrow();
    }
}
