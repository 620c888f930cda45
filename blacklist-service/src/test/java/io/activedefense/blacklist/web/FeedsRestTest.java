// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.credentials;
import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.json.Json;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds over REST and as firewalls poll them, on the real database, with Kafka away. */
@ExtendWith(SharedService.class)
class FeedsRestTest {
    private static final String FEEDS = "/api/v1/feeds";
    private static final String PASSWORD = "correct horse battery";

    private static RunningService service;
    private static TestDatabase database;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @BeforeEach
    void listTwo() throws Exception {
        database.clear();
        list("91.198.7.4");
        list("91.198.7.5");
        list("2600:1f18::/64");
    }

    @AfterEach
    void giveUpAll() {
        database.execute(
                "DELETE FROM feed; DELETE FROM feed_change; DELETE FROM list_hold; UPDATE list_version SET version = version + 1");
    }

    @Test
    void aFeedIsDefinedServedChangedAndGivenUp() throws Exception {
        HttpResponse<byte[]> created = post(FEEDS, "{\"name\":\"partners\",\"selection\":{\"family\":\"ipv4\"}}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("location")).contains(FEEDS + "/partners");
        assertThat(json(created).at("/path").textValue()).isEqualTo("/files/partners.txt");
        assertThat(json(created).at("/capacity").intValue()).isEqualTo(50_000);
        assertThat(post(FEEDS, "{\"name\":\"partners\"}").statusCode()).isEqualTo(409);
        assertThat(text(awaitFeed("/files/partners.txt", 200))).isEqualTo("91.198.7.4/31\n");

        String csv = "{\"version\":1,\"format\":\"csv\",\"merged\":false,\"comment\":\"for the others\"}";
        assertThat(service.asAdmin("PUT", FEEDS + "/partners", csv).statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> written = awaitFeed("/files/partners.csv", 200);
        assertThat(text(written).lines()).hasSize(4);
        assertThat(text(written)).startsWith("address,why,since,entries\r\n91.198.7.4,user-added,");
        assertThat(written.headers().firstValue("content-type")).contains("text/csv; charset=utf-8; header=present");
        assertThat(service.get("/files/partners.txt").statusCode()).isEqualTo(404);
        JsonNode one = json(service.asAdmin("GET", FEEDS + "/partners", ""));
        assertThat(one.at("/served/entries").intValue()).isEqualTo(3);
        assertThat(one.at("/served/lines").intValue()).isEqualTo(3);
        assertThat(one.at("/comment").textValue()).isEqualTo("for the others");
        assertThat(one.at("/by").textValue()).isEqualTo("admin");

        assertThat(service.asAdmin("DELETE", FEEDS + "/partners", "").statusCode())
                .isEqualTo(204);
        awaitFeed("/files/partners.csv", 404);
        assertThat(service.asAdmin("DELETE", FEEDS + "/partners", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFeedIsPolledAsTheListIs() throws Exception {
        post(FEEDS, "{\"name\":\"json\",\"format\":\"json\"}");
        HttpResponse<byte[]> whole = awaitFeed("/files/json.json", 200);
        String etag = whole.headers().firstValue("etag").orElseThrow();

        assertThat(json(whole).at("/lines")).hasSize(2);
        assertThat(service.get("/files/json.json", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> packed = service.get("/files/json.json", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        HttpResponse<byte[]> head = service.send("HEAD", "/files/json.json", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("etag")).contains(etag);

        list("91.198.7.9");
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> service.get("/files/json.json", "If-None-Match", etag)
                                .statusCode(),
                        status -> status == 200);
    }

    @Test
    void aPasswordOpensItsFeedAndIsNeitherToldNorStored() throws Exception {
        String access = "{\"kind\":\"basic\",\"user\":\"fw-1\",\"password\":\"" + PASSWORD + "\"}";
        HttpResponse<byte[]> created = post(FEEDS, "{\"name\":\"closed\",\"access\":" + access + "}");
        assertThat(created.statusCode()).isEqualTo(201);
        HttpResponse<byte[]> refused = awaitFeed("/files/closed.txt", 401);
        assertThat(refused.headers().firstValue("www-authenticate"))
                .contains("Basic realm=\"closed\", charset=\"UTF-8\"");

        assertThat(asUser("fw-1", PASSWORD)).isEqualTo(200);
        assertThat(asUser("fw-1", PASSWORD)).isEqualTo(200);
        assertThat(asUser("fw-1", PASSWORD + "x")).isEqualTo(401);
        assertThat(asUser("fw-1", PASSWORD + "x")).isEqualTo(401);
        assertThat(asUser("fw-1", "x".repeat(100))).isEqualTo(401);
        assertThat(asUser("admin", PASSWORD)).isEqualTo(401);
        assertThat(service.asAdmin("GET", "/files/closed.txt", "").statusCode()).isEqualTo(401);
        assertThat(service.get("/api/v1/feeds", "Authorization", credentials("fw-1", PASSWORD))
                        .statusCode())
                .isEqualTo(401);

        String kept = "{\"version\":1,\"comment\":\"same password\",\"access\":{\"kind\":\"basic\",\"user\":\"fw-1\"}}";
        HttpResponse<byte[]> changed = service.asAdmin("PUT", FEEDS + "/closed", kept);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(asUser("fw-1", PASSWORD)).isEqualTo(200);
        for (String told : List.of(
                text(created),
                text(changed),
                text(service.asAdmin("GET", FEEDS, "")),
                database.ask("SELECT definition FROM feed"))) {
            assertThat(told).contains("fw-1").doesNotContain(PASSWORD);
        }
        assertThat(text(changed)).doesNotContain("$2b$");
        Path onDisk = service.folder().resolve("feeds/closed.edl");
        assertThat(Files.readString(onDisk)).doesNotContain(PASSWORD);
    }

    @Test
    void networksOpenTheirFeed() throws Exception {
        post(FEEDS, "{\"name\":\"near\",\"access\":{\"kind\":\"networks\",\"networks\":[\"127.0.0.0/8\"]}}");
        post(FEEDS, "{\"name\":\"far\",\"access\":{\"kind\":\"networks\",\"networks\":[\"192.0.2.0/24\"]}}");

        awaitFeed("/files/near.txt", 200);
        awaitFeed("/files/far.txt", 403);
    }

    @Test
    void whoPollsIsWrittenDownWithVersionAndStatusAndCanBeForgotten() throws Exception {
        post(FEEDS, "{\"name\":\"watched\"}");
        String etag = awaitFeed("/files/watched.txt", 200)
                .headers()
                .firstValue("etag")
                .orElseThrow();
        service.get("/files/watched.txt", "If-None-Match", etag);

        JsonNode poller = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> json(service.asAdmin("GET", "/api/v1/pollers?list=watched", ""))
                                .path(0),
                        one -> one.at("/lastStatus").intValue() == 304);

        assertThat(poller.at("/address").textValue()).isEqualTo("127.0.0.1");
        assertThat(poller.at("/version").textValue()).isEqualTo(etag);
        assertThat(poller.at("/condition").textValue()).isEqualTo("fine");
        String one = "/api/v1/pollers/watched/127.0.0.1";
        assertThat(service.asAdmin("DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(service.asAdmin("DELETE", one, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aPreviewTellsHowManyAndWhatIsLeftOut() throws Exception {
        JsonNode preview = json(post(FEEDS + "/preview", "{\"capacity\":1,\"merged\":false}"));

        assertThat(preview.at("/entries").intValue()).isEqualTo(1);
        assertThat(preview.at("/leftOut").intValue()).isEqualTo(2);
        assertThat(preview.at("/first/0/origin").textValue()).isEqualTo("User Added");
        assertThat(json(service.asAdmin("GET", FEEDS, "")).at("/feeds")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                          | name             | nothing",
                "{\"name\":\"blacklist\"}                                    | name             | blacklist",
                "{\"name\":\"a/b\"}                                          | name             | a/b",
                "{\"name\":\"Feed\"}                                         | name             | Feed",
                "{\"name\":\"x\",\"capacity\":0}                             | capacity         | 0",
                "{\"name\":\"x\",\"capacity\":1000001}                       | capacity         | 1000001",
                "{\"name\":\"x\",\"format\":\"xml\"}                         | format           | xml",
                "{\"name\":\"x\",\"comment\":\" \"}                          | comment          | 1 characters",
                "{\"name\":\"x\",\"selection\":{\"reasons\":[\"portscan\"]}} | selection.reasons | portscan",
                "{\"name\":\"x\",\"selection\":{\"family\":\"ipx\"}}         | selection.family | \"ipx\"",
                "{\"name\":\"x\",\"selection\":{\"seenWithinDays\":731}}     | selection.seenWithinDays | 731",
                "{\"name\":\"x\",\"access\":{}}                              | access.kind      | nothing",
                "{\"name\":\"x\",\"access\":{\"kind\":\"shut\"}}             | access.kind      | \"shut\"",
                "{\"name\":\"x\",\"access\":{\"kind\":\"networks\",\"networks\":[]}} | networks (count) | 0",
                "{\"name\":\"x\",\"access\":{\"kind\":\"basic\",\"user\":\"a\"}} | access.password | nothing",
                "{\"name\":\"x\",\"access\":{\"kind\":\"basic\",\"user\":\"a\",\"password\":\"short\"}} | access.password | 5 bytes",
                "{\"name\":\"x\",\"access\":{\"kind\":\"basic\",\"user\":\"a:b\",\"password\":\"long enough it is\"}} | user | a:b"
            })
    void whatIsNotAcceptedNamesFieldValueAndWhatIsAndChangesNothing(String body, String field, String value)
            throws Exception {
        HttpResponse<byte[]> refused = post(FEEDS, body);

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode problem = json(refused);
        assertThat(problem.at("/field").textValue()).isEqualTo(field);
        assertThat(problem.at("/value").textValue()).isEqualTo(value);
        assertThat(problem.at("/accepted").textValue()).isNotBlank();
        assertThat(database.ask("SELECT count(*) FROM feed")).isEqualTo("0");
    }

    @Test
    void aListThatShrinksTooMuchWaitsForAWordAlsoThroughARestart(@TempDir Path folder) throws Exception {
        var itsOwn = new TestDatabase();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rows.append(i == 0 ? "" : ",").append("('45.77.8.").append(i).append("'::cidr)");
        }
        try (var first = RunningService.start(folder, itsOwn.url())) {
            itsOwn.execute("""
                    INSERT INTO entry (address, standing, epoch, hits, ground_epoch, reasons, evidence, origin, listed_at)
                    SELECT address, 'LISTED', 0, 0, -1, '{}', '[]', 'USER_ADDED', now() FROM (VALUES %s) AS t (address)
                    """.formatted(rows));
            raiseVersion(itsOwn);
            await().atMost(Duration.ofSeconds(10)).until(() -> lines(first), lines -> lines == 200);
            itsOwn.execute("DELETE FROM entry WHERE address <> '45.77.8.0/32'");
            raiseVersion(itsOwn);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> hold(first).at("/state").textValue(), "waiting"::equals);
            assertThat(lines(first)).isEqualTo(200);
            assertThat(hold(first).at("/served").intValue()).isEqualTo(200);
            assertThat(hold(first).at("/proposed").intValue()).isEqualTo(1);
        }
        try (var again = RunningService.start(folder, itsOwn.url())) {
            assertThat(lines(again)).isEqualTo(200);
            String keep = FEEDS + "/blacklist/keep?why=looking%20into%20it";
            assertThat(again.asAdmin("POST", keep, "").statusCode()).isEqualTo(200);
            assertThat(again.asAdmin("POST", FEEDS + "/blacklist/approve", "").statusCode())
                    .as("why is wanted")
                    .isEqualTo(400);
            assertThat(lines(again)).isEqualTo(200);

            assertThat(again.asAdmin("POST", FEEDS + "/blacklist/approve?why=as%20wanted", "")
                            .statusCode())
                    .isEqualTo(200);

            await().atMost(Duration.ofSeconds(10)).until(() -> lines(again), lines -> lines == 1);
            assertThat(hold(again).at("/state").textValue()).isEqualTo("approved");
            assertThat(hold(again).at("/why").textValue()).isEqualTo("as wanted");
            assertThat(again.asAdmin("POST", keep, "").statusCode()).isEqualTo(404);
        }
        itsOwn.close();
    }

    private static void raiseVersion(TestDatabase database) {
        database.execute("UPDATE list_version SET version = version + 1");
    }

    private static long lines(RunningService polled) throws Exception {
        return text(polled.get("/files/blacklist.txt")).lines().count();
    }

    private static JsonNode hold(RunningService asked) throws Exception {
        return json(asked.asAdmin("GET", FEEDS, "")).at("/blacklist/hold");
    }

    private static HttpResponse<byte[]> awaitFeed(String path, int status) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> service.get(path), response -> response.statusCode() == status);
    }

    private static int asUser(String user, String password) throws Exception {
        return service.get("/files/closed.txt", "Authorization", credentials(user, password))
                .statusCode();
    }

    private static void list(String address) throws Exception {
        assertThat(post("/api/v1/blacklist", "{\"address\":\"" + address + "\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private static HttpResponse<byte[]> post(String path, String body) throws Exception {
        return service.asAdmin("POST", path, body);
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
        return Json.STRICT.readTree(response.body());
    }
}
