// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.blacklist.country.Countries;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.json.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedService.class)
class BacktestsRestTest {
    private static final String BACKTESTS = "/api/v1/backtests";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static RunningService service;
    private static TestDatabase database;
    private static Instant now;

    /** One that is listed by the settings in force, and one that only others would list. */
    @BeforeAll
    static void start(RunningService running, TestDatabase shared) {
        service = running;
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        database = shared;
        database.clear();
        database.execute("TRUNCATE log_record, archive_position, archive_file, backtest CASCADE");
        var lines = new LoggedLines("PA-1", new FileIdentity(7, 7, 7));
        var logged = new ArrayList<FirewallEvent>();
        for (int i = 0; i < 20; i++) {
            logged.add(lines.traffic("8.1.1.1", "5.6.7.8", 20 + i, now.minusSeconds(600 - i)));
        }
        for (int i = 0; i < 6; i++) {
            logged.add(lines.traffic("8.1.1.2", "5.6.7.8", 20 + i, now.minusSeconds(500 - i)));
        }
        service.context()
                .getBean(ArchivePersistence.class)
                .archive(new LineCountries(Countries.UNKNOWN))
                .file("backtests", List.of(new Stretch(0, 0, logged.size(), logged)));
    }

    @AfterAll
    static void forget() {
        database.execute("TRUNCATE log_record, archive_position, archive_file, backtest CASCADE");
    }

    @Test
    void otherSettingsAreTriedOnWhatWasArchived() throws Exception {
        HttpResponse<byte[]> begun = service.asAdmin("POST", BACKTESTS, body("{\"portScan\":{\"threshold\":5}}"));
        assertThat(begun.statusCode()).as(CalledService.text(begun)).isEqualTo(202);
        String run = begun.headers().firstValue("location").orElseThrow();
        await().atMost(PATIENCE).until(() -> get(run).at("/state").textValue(), "DONE"::equals);

        JsonNode done = get(run);
        assertThat(done.at("/records").intValue()).isEqualTo(26);
        assertThat(done.at("/counts/ADDED").intValue()).isOne();
        assertThat(done.at("/counts/CHANGED").intValue()).isOne();
        assertThat(done.at("/by").textValue()).isEqualTo("admin");

        JsonNode sources = get(run + "/sources");
        assertThat(sources.at("/sources").findValuesAsText("source")).containsExactly("8.1.1.1", "8.1.1.2");
        assertThat(sources.at("/sources/1/change").textValue()).isEqualTo("ADDED");
        assertThat(sources.at("/sources/1/was").isMissingNode()).isTrue();
        assertThat(sources.at("/sources/1/would/at").textValue())
                .isEqualTo(now.minusSeconds(495).toString());
        assertThat(sources.at("/sources/1/country").textValue()).isEqualTo("RU");
        assertThat(get(run + "/sources?change=added&text=8.1.1").at("/sources")).hasSize(1);
        JsonNode first = get(run + "/sources?limit=1");
        assertThat(first.at("/next").intValue()).isOne();
        assertThat(get(run + "/sources?limit=1&after=1").at("/sources/0/source").textValue())
                .isEqualTo("8.1.1.2");
        assertThat(get(BACKTESTS).findValuesAsText("id"))
                .contains(done.at("/id").asText());
        assertThat(json(service.asAdmin("DELETE", run, "")).at("/state").textValue())
                .as("what is over can't be cancelled")
                .isEqualTo("DONE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'portScan':{'threshold':5000}} | portScan.threshold",
                "{'portScan':{'treshold':5}}     | portScan",
                "5                               | settings",
            })
    void settingsThatAreNotAcceptedAreRefusedByField(String settings, String field) throws Exception {
        HttpResponse<byte[]> refused = service.asAdmin("POST", BACKTESTS, body(settings.replace('\'', '"')));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(CalledService.text(refused)).contains(field);
    }

    @Test
    void whatIsNotAcceptedIsRefusedByFieldAndBeginsNothing() throws Exception {
        int before = get(BACKTESTS).size();
        assertRefused("{\"settings\":{}}", "from");
        assertRefused("{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\",\"settings\":{}}", "from");
        assertRefused("{\"from\":\"2020-01-02T00:00:00Z\",\"settings\":{}}", "from");
        assertRefused("{\"from\":\"2026-01-02T00:00:00Z\"}", "settings");
        assertThat(get(BACKTESTS)).hasSize(before);

        assertThat(service.asAdmin("GET", BACKTESTS + "/999999", "").statusCode())
                .isEqualTo(404);
        assertThat(service.asAdmin("GET", BACKTESTS + "/x", "").statusCode()).isEqualTo(400);
        assertThat(service.asAdmin("DELETE", BACKTESTS + "/999999", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAddressThatIsNotListedIsExplained() throws Exception {
        JsonNode why = get("/api/v1/check/8.1.1.2/rules");
        assertThat(why.at("/records").intValue()).isEqualTo(6);
        assertThat(why.at("/archivedTo").textValue())
                .isEqualTo(now.minusSeconds(495).toString());
        assertThat(why.at("/rules/0/words").textValue())
                .isEqualTo(
                        "6 of 11 distinct ports of the host 5.6.7.8 within 10 minutes: 5 more would have made it fire.");
        assertThat(why.at("/rules/0/missing").intValue()).isEqualTo(5);
        assertThat(why.at("/rules/2/words").textValue()).isEqualTo("It has counted none of the log lines.");

        assertThat(get("/api/v1/check/8.1.1.1/rules").at("/rules/0/words").textValue())
                .isEqualTo("20 of 11 distinct ports of the host 5.6.7.8 within 10 minutes: it has fired.");
        JsonNode stranger = get("/api/v1/check/8.7.7.7/rules");
        assertThat(stranger.at("/records").intValue()).isZero();
        assertThat(stranger.at("/to").isMissingNode()).isTrue();
        assertThat(service.asAdmin("GET", "/api/v1/check/nobody/rules", "").statusCode())
                .isEqualTo(400);
    }

    private static void assertRefused(String body, String field) throws Exception {
        HttpResponse<byte[]> refused = service.asAdmin("POST", BACKTESTS, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/field").textValue()).isEqualTo(field);
    }

    private static String body(String settings) {
        return "{\"from\":\"" + now.minusSeconds(3_600) + "\",\"to\":\"" + now + "\",\"settings\":" + settings + "}";
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("GET", path, "");
        assertThat(response.statusCode()).as(CalledService.text(response)).isEqualTo(200);
        return json(response);
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
        return Json.STRICT.readTree(response.body());
    }
}
