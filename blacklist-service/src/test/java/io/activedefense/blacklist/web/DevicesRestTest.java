// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices over REST on the real database, with Kafka away. */
@ExtendWith(SharedService.class)
class DevicesRestTest {
    private static final String DEVICES = "/api/v1/devices";

    private static RunningService service;

    @BeforeAll
    static void start(RunningService running) {
        service = running;
    }

    @Test
    void aDeviceIsRegisteredOnceChangedAndForgotten() throws Exception {
        var registered = post("{\"name\": \"fw-1\", \"timeZone\": \"Europe/Berlin\", \"logType\": \"threat\"}");
        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(registered.headers().firstValue("location")).contains(DEVICES + "/fw-1");
        assertThat(post("{\"name\": \"fw-1\"}").statusCode()).isEqualTo(409);
        assertThat(device("fw-1").at("/registration/device/timeZone").textValue())
                .isEqualTo("Europe/Berlin");

        assertThat(put("fw-1", "{\"enabled\": false, \"format\": \"csv\"}").statusCode())
                .isEqualTo(200);
        JsonNode changed = device("fw-1").path("registration");
        assertThat(changed.at("/device/enabled").booleanValue()).isFalse();
        assertThat(changed.at("/device/format").textValue()).isEqualTo("csv");
        assertThat(changed.at("/device/timeZone").isMissingNode()).isTrue();
        assertThat(changed.at("/by").textValue()).isEqualTo("admin");

        assertThat(service.asAdmin("DELETE", DEVICES + "/fw-1", "").statusCode())
                .isEqualTo(204);
        assertThat(device("fw-1").isMissingNode()).isTrue();
        assertThat(service.asAdmin("DELETE", DEVICES + "/fw-1", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDiscoveredDeviceIsApprovedByDecidingAboutIt() throws Exception {
        assertThat(put("PA_1~0123456789ab", "{\"enabled\": true}").statusCode()).isEqualTo(200);
        assertThat(device("PA_1~0123456789ab")
                        .at("/registration/device/enabled")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                          | name     | nothing       | the name of its log file, without .log
            {"name": "a b"}                             | name     | a b           | 1 to 100 letters, digits, dots, underscores, hyphens or colons, a letter, digit or underscore first
            {"name": "fw", "timeZone": "Mars/Olympus"}  | timeZone | "Mars/Olympus" | a time zone such as Europe/Berlin
            {"name": "fw", "logType": "loud"}           | logType  | "loud"        | one of traffic, threat, both
            {"name": "fw", "enabled": "yes"}            | enabled  | "yes"         | true or false
            """)
    void whatIsNotAcceptedIsToldByFieldValueAndRangeAndChangesNothing(
            String body, String field, String value, String accepted) throws Exception {
        var refused = post(body);
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode problem = json(refused);
        assertThat(problem.path("field").textValue()).isEqualTo(field);
        assertThat(problem.path("value").textValue()).isEqualTo(value);
        assertThat(problem.path("accepted").textValue()).isEqualTo(accepted);
        assertThat(device("fw").isMissingNode()).isTrue();
    }

    @Test
    void aDecisionSaysWhetherTheDeviceIsRead() throws Exception {
        var refused = put("fw-2", "{\"timeZone\": \"UTC\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("field").textValue()).isEqualTo("enabled");
    }

    @Test
    void nobodyDecidesWithoutAPassword() throws Exception {
        assertThat(service.send("PUT", DEVICES + "/fw-1", "{\"enabled\": true}").statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<byte[]> post(String body) throws IOException, InterruptedException {
        return service.asAdmin("POST", DEVICES, body);
    }

    private static HttpResponse<byte[]> put(String name, String body) throws IOException, InterruptedException {
        return service.asAdmin("PUT", DEVICES + "/" + name, body);
    }

    private static JsonNode device(String name) throws IOException, InterruptedException {
        for (JsonNode device : json(service.asAdmin("GET", DEVICES, "")).path("devices")) {
            if (device.path("name").textValue().equals(name)) {
                return device;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }
}
