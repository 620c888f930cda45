// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.testing.Told.detection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.blacklist.testing.Told;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.json.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedService.class)
class ReviewRestTest {
    private static final String REVIEW = "/api/v1/review";
    private static final String DETECTIONS = "/api/v1/detections";

    private static RunningService service;
    private static TestDatabase database;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void aHeldDetectionIsShownAndApproved() throws Exception {
        detected("8.8.4.7", Disposition.HOLD);

        JsonNode page = get(REVIEW);
        assertThat(page.at("/waiting").asLong()).isOne();
        assertThat(get("/api/v1/status").at("/waitingForReview").asLong()).isOne();
        assertThat(page.at("/held/0/state").textValue()).isEqualTo("waiting");
        assertThat(page.at("/held/0/detection/evidence")).isNotEmpty();
        String decision = "{\"ids\":[" + page.at("/held/0/id") + "],\"verdict\":\"approve\",\"why\":\"it is one\"}";

        JsonNode told = json(service.asAdmin("POST", REVIEW + "/decisions", decision));

        assertThat(told.at("/0/done").asBoolean()).isTrue();
        assertThat(get("/api/v1/blacklist/8.8.4.7").at("/history/0/by").textValue())
                .isEqualTo("admin");
        assertThat(get(REVIEW + "?state=approved").at("/held/0/decidedBy").textValue())
                .isEqualTo("admin");
        assertThat(get(REVIEW + "?state=any&limit=1").at("/held")).hasSize(1);
    }

    @Test
    void whatWouldHaveBeenListedIsShown() throws Exception {
        detected("9.9.9.19", Disposition.OBSERVE);

        JsonNode page = get(DETECTIONS + "?result=observed&rule=port-scan");

        assertThat(page.at("/detections/0/detection/source").textValue()).isEqualTo("9.9.9.19");
        assertThat(page.at("/detections/0/result").textValue()).isEqualTo("OBSERVED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                      | ids",
                "{\"ids\":[],\"verdict\":\"approve\",\"why\":\"x\"}      | ids",
                "{\"ids\":[null],\"verdict\":\"approve\",\"why\":\"x\"}  | ids[0]",
                "{\"ids\":[1],\"why\":\"x\"}                             | verdict",
                "{\"ids\":[1],\"verdict\":\"delete\",\"why\":\"x\"}      | verdict",
                "{\"ids\":[1],\"verdict\":\"approve\"}                   | why"
            })
    void aDecisionThatIsNotAcceptedNamesTheField(String body, String field) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("POST", REVIEW + "/decisions", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/field").textValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"?state=lost,state", "?limit=0,limit", "?before=x,before"})
    void aQuestionThatIsNotAcceptedNamesTheField(String question, String field) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("GET", REVIEW + question, "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/field").textValue()).isEqualTo(field);
    }

    private static void detected(String source, Disposition disposition) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        service.context()
                .getBean(Intake.class)
                .detections(List.of(Told.at(0, detection(source, "port-scan", 0, now, disposition))));
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
