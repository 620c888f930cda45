// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.json.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedService.class)
class SettingsRestTest {
    private static final String SETTINGS = "/api/v1/settings";
    private static final String VERSIONS = SETTINGS + "/versions";

    private static RunningService service;

    @BeforeAll
    static void start(RunningService running, TestDatabase database) {
        service = running;
        database.clear();
    }

    @AfterAll
    static void putTheSettingsBack() throws Exception {
        service.restoreFirstSettings();
    }

    @Test
    void everyChangeIsToldWithItsAuthorItsReasonAndWhatItChanged() throws Exception {
        ObjectNode document = settings();
        long before = document.at("/version").asLong();
        document.withObject("/portScan")
                .put("threshold", document.at("/portScan/threshold").asInt() + 1);
        document.withArray("/allowlist").addObject().put("cidr", "9.9.9.9").put("comment", "a resolver");
        service.asAdmin("PUT", SETTINGS + "?why=too%20eager", document.toString());

        JsonNode page = get(VERSIONS + "?limit=1");

        assertThat(page.at("/next").asLong()).isEqualTo(before + 1);
        JsonNode change = page.at("/changes/0");
        assertThat(change.at("/version").asLong()).isEqualTo(before + 1);
        assertThat(change.at("/by").textValue()).isEqualTo("admin");
        assertThat(change.at("/why").textValue()).isEqualTo("too eager");
        assertThat(change.at("/differences").findValuesAsText("field"))
                .containsExactly("allowlist[9.9.9.9]", "portScan.threshold");
        assertThat(change.at("/differences/0/after").textValue()).isEqualTo("a resolver");
        assertThat(get(VERSIONS + "?before=" + (before + 1))
                        .at("/changes/0/version")
                        .asLong())
                .isEqualTo(before);
        assertThat(get(VERSIONS + "/" + before).at("/version").asLong()).isEqualTo(before);
        assertThat(get(VERSIONS + "/" + (before + 1) + "/differences?to=" + before)
                        .findValuesAsText("field"))
                .containsExactly("allowlist[9.9.9.9]", "portScan.threshold");
    }

    @Test
    void anEarlierDocumentIsPutInForceAgainAsANewVersionButTheSwitchAndTheResetsStay() throws Exception {
        ObjectNode first = settings();
        ObjectNode changed = first.deepCopy();
        changed.put("blockWindowDays", first.at("/blockWindowDays").asInt() + 1);
        service.asAdmin("PUT", SETTINGS, changed.toString());
        service.asAdmin("POST", "/api/v1/system/reset?why=a%20test", "");
        service.asAdmin("PUT", "/api/v1/system", "{\"on\":false}");
        JsonNode now = settings();

        JsonNode restored = json(service.asAdmin(
                "POST",
                VERSIONS + "/" + first.at("/version").asLong() + "/restore",
                "{\"over\":" + now.at("/version") + ",\"why\":\"it was better\"}"));

        assertThat(restored.at("/version").asLong())
                .isEqualTo(now.at("/version").asLong() + 1);
        assertThat(restored.at("/blockWindowDays")).isEqualTo(first.at("/blockWindowDays"));
        assertThat(restored.at("/resetEpoch").asInt())
                .isEqualTo(first.at("/resetEpoch").asInt() + 1);
        assertThat(restored.at("/on").asBoolean()).isFalse();
        service.asAdmin("PUT", "/api/v1/system", "{\"on\":true}");
    }

    @Test
    void whoRestoresOverAChangeThatHeHasNotSeenIsToldSo() throws Exception {
        long version = settings().at("/version").asLong();
        service.asAdmin("POST", "/api/v1/system/reset", "");

        HttpResponse<byte[]> late = service.asAdmin(
                "POST", VERSIONS + "/" + version + "/restore", "{\"over\":" + version + ",\"why\":\"back\"}");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).at("/accepted").asLong()).isEqualTo(version + 1);
    }

    @Test
    void ofTwoChangesAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        ObjectNode base = settings();
        var together = new CyclicBarrier(2);
        try (var operators = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> changes = List.of(
                    () -> put(base.deepCopy().put("logRetentionDays", 11), together),
                    () -> put(base.deepCopy().put("logRetentionDays", 12), together));
            var answers = operators.invokeAll(changes).stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 409);
        }
        assertThat(settings().at("/version").asLong())
                .isEqualTo(base.at("/version").asLong() + 1);
        assertThat(settings().at("/logRetentionDays").asInt()).isIn(11, 12);
    }

    @Test
    void aResetThatIsTakenBackIsRefused() throws Exception {
        service.asAdmin("POST", "/api/v1/system/reset", "");
        ObjectNode document = settings();

        HttpResponse<byte[]> refused =
                service.asAdmin("PUT", SETTINGS, document.put("resetEpoch", 0).toString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/field").textValue()).isEqualTo("resetEpoch");
    }

    @Test
    void theDetectorsWordIsWaitedFor() throws Exception {
        JsonNode told = json(service.asAdmin("POST", "/api/v1/system/reset?why=stuck", ""));

        assertThat(told.at("/confirmed").asBoolean())
                .as("it has told nothing yet")
                .isFalse();
        assertThat(told.at("/resetEpoch").asInt())
                .isEqualTo(settings().at("/resetEpoch").asInt());
        assertThat(get(VERSIONS).at("/changes/0/why").textValue()).isEqualTo("reset: stuck");
        assertThat(get("/api/v1/system/detector").at("/settingsVersion").asLong())
                .isEqualTo(settings().at("/version").asLong());
    }

    @Test
    void aLineShowsWhatItCoversAndReleasesIt() throws Exception {
        service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.5.5.5\"}");
        String line = "{\"cidr\":\"91.5.5.0/24\",\"comment\":\"a customer\"}";

        JsonNode preview = json(service.asAdmin("POST", "/api/v1/networks/allowlist/preview", line));
        assertThat(preview.at("/releases").asInt()).isOne();
        assertThat(preview.at("/first/0/address").textValue()).isEqualTo("91.5.5.5");
        assertThat(preview.at("/differences/0/field").textValue()).isEqualTo("allowlist[91.5.5.0/24]");
        assertThat(get("/api/v1/check/91.5.5.5").at("/listed").asBoolean()).isTrue();

        service.asAdmin("POST", "/api/v1/networks/allowlist", line);
        JsonNode check = get("/api/v1/check/91.5.5.5");
        assertThat(check.at("/listed").asBoolean()).isFalse();
        assertThat(check.at("/neverListed").textValue()).contains("91.5.5.0/24");
        assertThat(check.at("/lines/0/list").textValue()).isEqualTo("allowlist");
        assertThat(check.at("/lines/0/line/comment").textValue()).isEqualTo("a customer");

        HttpResponse<byte[]> removed =
                service.asAdmin("DELETE", "/api/v1/networks/allowlist?cidr=91.5.5.0/24&why=gone", "");
        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/check/91.5.5.5").at("/lines")).isEmpty();
        assertThat(service.asAdmin("DELETE", "/api/v1/networks/allowlist?cidr=91.5.5.0/24&why=gone", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLineThatHasExpiredKeepsNobodyOff() throws Exception {
        String line = "{\"cidr\":\"91.6.6.6\",\"comment\":\"last year\",\"expiresAt\":\""
                + Instant.now().minusSeconds(60) + "\"}";
        service.asAdmin("POST", "/api/v1/networks/own-networks", line);

        assertThat(get("/api/v1/networks/own-networks").findValuesAsText("cidr"))
                .contains("91.6.6.6");
        assertThat(get("/api/v1/check/91.6.6.6").has("neverListed")).isFalse();
        assertThat(service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.6.6.6\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anAddressIsCheckedAgainstEveryEntryThatHoldsIt() throws Exception {
        service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.8.0.0/16\",\"comment\":\"a bad block\"}");

        JsonNode check = get("/api/v1/check/91.8.7.6");

        assertThat(check.at("/listed").asBoolean()).isTrue();
        assertThat(check.at("/since").textValue()).isNotBlank();
        assertThat(check.at("/entries/0/address").textValue()).isEqualTo("91.8.0.0/16");
        assertThat(get("/api/v1/check/10.0.0.1").at("/neverListed").textValue()).contains("private");
        assertThat(get("/api/v1/check/2600:1f18::1").at("/listed").asBoolean()).isFalse();
    }

    @Test
    void aWholeDocumentIsPreviewed() throws Exception {
        service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.9.1.1\"}");
        ObjectNode document = settings();
        document.withArray("/ownNetworks").addObject().put("cidr", "91.9.0.0/16");

        JsonNode preview = json(service.asAdmin("POST", SETTINGS + "/preview", document.toString()));

        assertThat(preview.at("/first/0/address").textValue()).isEqualTo("91.9.1.1");
        assertThat(settings().at("/version")).isEqualTo(document.at("/version"));
    }

    @Test
    void howWideAnEntryMayBeIsASetting() throws Exception {
        service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.12.0.0/16\",\"comment\":\"a bad block\"}");
        ObjectNode document = settings();
        document.withObject("/guards").put("widestIpv4Prefix", 24);
        JsonNode preview = json(service.asAdmin("POST", SETTINGS + "/preview", document.toString()));
        assertThat(preview.at("/first")).extracting(JsonNode::toString).anyMatch(one -> one.contains("91.12.0.0/16"));

        service.asAdmin("PUT", SETTINGS, document.toString());

        assertThat(get("/api/v1/check/91.12.7.6").at("/listed").asBoolean()).isFalse();
        HttpResponse<byte[]> refused = service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.12.0.0/23\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/accepted").textValue()).contains("wider than /24");
        ObjectNode back = settings();
        back.withObject("/guards").put("widestIpv4Prefix", 16);
        assertThat(service.asAdmin("PUT", SETTINGS, back.toString()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/v1/settings/versions/new              |    | 400 | version",
                "GET    | /api/v1/settings/versions?limit=0          |    | 400 | limit",
                "POST   | /api/v1/settings/versions/1/restore        | {} | 400 | over",
                "POST   | /api/v1/networks/blocklist                 | {} | 400 | cidr",
                "GET    | /api/v1/networks/blocklist                 |    | 400 | list",
                "POST   | /api/v1/networks/allowlist                 | {\"cidr\":\"1.1.1.1/8\",\"comment\":\"x\"} | 400 | cidr",
                "POST   | /api/v1/networks/allowlist                 | {\"cidr\":\"1.1.1.1\"} | 400 | comment",
                "DELETE | /api/v1/networks/allowlist?cidr=1.1.1.1    |    | 400 | why",
                "GET    | /api/v1/check/everybody                    |    | 400 | ip"
            })
    void whatIsNotAcceptedNamesTheField(String method, String path, String body, int status, String field)
            throws Exception {
        HttpResponse<byte[]> response = service.asAdmin(method, path, body == null ? "" : body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).at("/field").textValue()).isEqualTo(field);
    }

    @Test
    void aVersionThatNeverWasIsNotFound() throws Exception {
        assertThat(service.asAdmin("GET", VERSIONS + "/99999", "").statusCode()).isEqualTo(404);
    }

    private static int put(ObjectNode document, CyclicBarrier together) throws Exception {
        together.await();
        return service.asAdmin("PUT", SETTINGS, document.toString()).statusCode();
    }

    private static ObjectNode settings() throws Exception {
        return (ObjectNode) get(SETTINGS);
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
