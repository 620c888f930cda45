// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.alarm.Alarms;
import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.contracts.json.Json;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class AlarmsRestTest {
    private static final String ALARMS = "/api/v1/alarms";

    private static RunningService service;

    @BeforeAll
    static void start(RunningService running) {
        service = running;
    }

    @Test
    void alarmsAreListedAndTakenNoteOf() throws Exception {
        Alarms alarms = service.context().getBean(Alarms.class);
        alarms.agree("test", List.of(silent("fw-1"), silent("fw-2")), trouble -> true);
        alarms.agree("test", List.of(silent("fw-2")), trouble -> true);

        JsonNode standing = ofTest(json(service.asAdmin("GET", ALARMS, "")));
        assertThat(standing).hasSize(1);
        assertThat(standing.at("/0/subject").textValue()).isEqualTo("fw-2");
        assertThat(standing.at("/0/whatToDo").textValue()).contains("still logs");
        assertThat(ofTest(json(service.asAdmin("GET", ALARMS + "?which=all", ""))))
                .hasSize(2);

        String path = ALARMS + "/" + standing.at("/0/id").asLong() + "/acknowledge";
        assertThat(json(service.asAdmin("POST", path, "")).at("/acknowledgedBy").textValue())
                .isEqualTo("admin");
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        Alarms alarms = service.context().getBean(Alarms.class);
        alarms.agree("pages", List.of(silent("a"), silent("b"), silent("c")), trouble -> true);

        JsonNode first = json(service.asAdmin("GET", ALARMS + "?which=all&limit=1", ""));
        JsonNode second = json(service.asAdmin(
                "GET", ALARMS + "?which=all&limit=1&before=" + first.at("/next").asLong(), ""));

        assertThat(second.at("/alarms/0/id").asLong())
                .isLessThan(first.at("/alarms/0/id").asLong());
    }

    @Test
    void aQuestionThatIsNotAcceptedNamesTheField() throws Exception {
        assertField("GET", ALARMS + "?which=none", 400, "which");
        assertField("GET", ALARMS + "?before=yesterday", 400, "before");
        assertField("GET", ALARMS + "?limit=0", 400, "limit");
        assertField("POST", ALARMS + "/one/acknowledge", 400, "id");
        assertThat(service.asAdmin("POST", ALARMS + "/999999/acknowledge", "").statusCode())
                .isEqualTo(404);
    }

    private static void assertField(String method, String path, int status, String field) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin(method, path, "");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).at("/field").textValue()).isEqualTo(field);
    }

    private static JsonNode ofTest(JsonNode page) {
        var own = Json.STRICT.createArrayNode();
        page.at("/alarms").forEach(alarm -> {
            if (alarm.at("/source").textValue().equals("test")) {
                own.add(alarm);
            }
        });
        return own;
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
        return Json.STRICT.readTree(response.body());
    }

    private static Trouble silent(String device) {
        return new Trouble("device-silent", device, "silent for 10 min", "See whether it still logs.");
    }
}
