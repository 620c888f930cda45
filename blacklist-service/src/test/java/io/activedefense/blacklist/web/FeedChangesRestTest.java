// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.json.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever changes a feed is on record, and overwrites nobody's change unseen. */
@ExtendWith(SharedService.class)
class FeedChangesRestTest {
    private static final String FEEDS = "/api/v1/feeds";
    private static final String PARTNERS = FEEDS + "/partners";

    private static RunningService service;
    private static TestDatabase database;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @AfterEach
    void giveUpAll() {
        database.execute("DELETE FROM feed; DELETE FROM feed_change; UPDATE list_version SET version = version + 1");
    }

    @Test
    void ofTwoChangesAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        create("{\"name\":\"partners\"}");
        HttpResponse<byte[]> first = put("{\"version\":1,\"capacity\":10}", "");
        HttpResponse<byte[]> second = put("{\"version\":1,\"capacity\":20}", "");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).at("/version").longValue()).isEqualTo(2);
        assertThat(second.statusCode()).isEqualTo(409);
        JsonNode problem = json(second);
        assertThat(problem.at("/field").textValue()).isEqualTo("version");
        assertThat(problem.at("/value").textValue()).isEqualTo("1");
        assertThat(problem.at("/accepted").textValue()).isEqualTo("2");
        assertThat(problem.at("/detail").textValue()).contains("admin");
        assertThat(get(PARTNERS).at("/capacity").intValue()).isEqualTo(10);
    }

    @Test
    void aChangeThatDoesNotSayWhatItWasMadeFromIsRefused() throws Exception {
        create("{\"name\":\"partners\"}");
        HttpResponse<byte[]> refused = put("{\"capacity\":20}", "");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/field").textValue()).isEqualTo("version");
        assertThat(get(PARTNERS).at("/capacity").intValue()).isEqualTo(50_000);
    }

    @Test
    void everyChangeIsKeptWithWhoAndWhyAlsoBehindTheEnd() throws Exception {
        create("{\"name\":\"partners\"}");
        put("{\"version\":1,\"capacity\":10,\"selection\":{\"reasons\":[\"port-scan\",\"ip-scan\"]}}", "their%20box");
        assertThat(service.asAdmin("DELETE", PARTNERS + "?why=no%20partners%20left", "")
                        .statusCode())
                .isEqualTo(204);

        JsonNode changes = get(PARTNERS + "/changes").at("/changes");
        assertThat(changes).hasSize(3);
        assertThat(changes.at("/0/why").textValue()).isEqualTo("no partners left");
        assertThat(changes.at("/0/version").longValue()).isEqualTo(3);
        assertThat(changes.at("/1/why").textValue()).isEqualTo("their box");
        assertThat(changes.at("/1/by").textValue()).isEqualTo("admin");
        assertThat(changes.at("/1/differences"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"field\":\"choice.capacity\",\"before\":\"50000\",\"after\":\"10\"}",
                        "{\"field\":\"choice.selection.reasons\",\"after\":\"ip-scan, port-scan\"}");
        JsonNode page = get(PARTNERS + "/changes?limit=1&before=3");
        assertThat(page.at("/changes/0/version").longValue()).isEqualTo(2);
        assertThat(page.at("/next").longValue()).isEqualTo(2);

        assertThat(create("{\"name\":\"partners\"}").at("/version").longValue())
                .as("who still has the old definition at hand is told")
                .isEqualTo(4);
    }

    @Test
    void thatNothingWasChangedIsNoChange() throws Exception {
        create("{\"name\":\"partners\"}");

        assertThat(json(put("{\"version\":1}", "")).at("/version").longValue()).isOne();
        assertThat(get(PARTNERS + "/changes").at("/changes")).hasSize(1);
    }

    @Test
    void ofAPasswordOnlyThatItChangedIsKept() throws Exception {
        create("{\"name\":\"partners\",\"access\":" + access("first password") + "}");
        put("{\"version\":1,\"access\":" + access("second password") + "}", "");

        String told = text(service.asAdmin("GET", PARTNERS + "/changes", ""));
        assertThat(json(service.asAdmin("GET", PARTNERS + "/changes", "")).at("/changes/0/differences"))
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.at("/field").textValue()).isEqualTo("access.password"));
        assertThat(told + database.ask("SELECT string_agg(differences::text, ',') FROM feed_change"))
                .doesNotContain("$2b$")
                .doesNotContain("second");
    }

    @Test
    void aQuestionThatIsNotAcceptedNamesTheField() throws Exception {
        assertThat(service.asAdmin("GET", FEEDS + "/never/changes", "").statusCode())
                .isEqualTo(404);
        assertThat(json(service.asAdmin("GET", PARTNERS + "/changes?limit=0", ""))
                        .at("/field")
                        .textValue())
                .isEqualTo("limit");
        assertThat(json(service.asAdmin("DELETE", PARTNERS + "?why=", ""))
                        .at("/field")
                        .textValue())
                .isEqualTo("why");
    }

    private static String access(String password) {
        return "{\"kind\":\"basic\",\"user\":\"fw-1\",\"password\":\"" + password + "\"}";
    }

    private static JsonNode create(String body) throws Exception {
        HttpResponse<byte[]> created = service.asAdmin("POST", FEEDS, body);
        assertThat(created.statusCode()).isEqualTo(201);
        return json(created);
    }

    private static HttpResponse<byte[]> put(String body, String why) throws Exception {
        return service.asAdmin("PUT", PARTNERS + (why.isEmpty() ? "" : "?why=" + why), body);
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("GET", path, "");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return json(response);
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
        return Json.STRICT.readTree(response.body());
    }
}
