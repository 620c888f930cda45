// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.json.Json;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedService.class)
class LogRecordsRestTest {
    private static RunningService service;
    private static TestDatabase database;

    @BeforeAll
    static void fileLines(RunningService running, TestDatabase shared) {
        service = running;
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        database = shared;
        var lines = new LoggedLines("PA-1", new FileIdentity(1, 2, 3));
        var events = new ArrayList<FirewallEvent>();
        for (int i = 0; i < 5; i++) {
            events.add(lines.traffic("8.8.4.4", "198.51.100.7", 20 + i, now.minusSeconds(i)));
        }
        events.add(lines.threat("9.9.9.9", "=Log4j", Severity.CRITICAL, now.minus(Duration.ofHours(2)))
                .text(EventText.SOURCE_USER, "=cmd|'/c calc'!A1, \"x\"")
                .build());
        events.add(lines.line("10.0.0.5", "1.1.1.1", 53, now.minus(Duration.ofHours(5)))
                .text(EventText.DESTINATION_LOCATION, "Unknown")
                .build());
        service.context()
                .getBean(ArchivePersistence.class)
                .archive(service.context().getBean(LineCountries.class))
                .file("topic-id", List.of(new Stretch(0, 0, events.size(), events)));
    }

    @AfterAll
    static void forgetLines() {
        database.execute("TRUNCATE log_record, archive_position, archive_file");
        database.execute("DELETE FROM entry WHERE address = '8.8.4.4'");
    }

    @Test
    void recordsComePageByPageTheNewestFirst() throws Exception {
        JsonNode first = json("/api/v1/records?source=8.8.4.0/24&limit=3");
        JsonNode second = json("/api/v1/records?source=8.8.4.0/24&limit=3&cursor="
                + first.at("/next").asText());

        assertThat(ports(first)).containsExactly(20, 21, 22);
        assertThat(ports(second)).containsExactly(23, 24);
        assertThat(second.has("next") && !second.at("/next").isNull()).isFalse();
    }

    @Test
    void oneRecordIsToldWhole() throws Exception {
        JsonNode found = json("/api/v1/records?type=threat&leastSeverity=high").at("/records/0");
        JsonNode one = json("/api/v1/records/" + found.at("/id").asText());

        assertThat(one).isEqualTo(found);
        assertThat(one.at("/source/address").asText()).isEqualTo("9.9.9.9");
        assertThat(one.at("/source/country").asText()).isEqualTo("RU");
        assertThat(one.at("/destination/port").asInt()).isEqualTo(443);
        assertThat(one.at("/user").asText()).isEqualTo("=cmd|'/c calc'!A1, \"x\"");
        assertThat(one.at("/threat").asText()).isEqualTo("=Log4j");
        assertThat(one.at("/severity").asText()).isEqualTo("critical");
        assertThat(one.at("/rule").asText()).isEqualTo("deny all");
        assertThat(one.at("/device").asText()).isEqualTo("PA-1");
        assertThat(one.at("/logFile").asText()).isEqualTo("PA-1.log");
        assertThat(one.at("/denied").asBoolean()).isTrue();
        assertThat(one.at("/listed").isMissingNode() || one.at("/listed").isNull())
                .isTrue();
    }

    @Test
    void aRecordSaysWhetherItsSourceIsListed() throws Exception {
        service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"8.8.4.4\",\"comment\":\"because\"}");

        assertThat(json("/api/v1/records?source=8.8.4.4&limit=1")
                        .at("/records/0/listed/entry")
                        .asText())
                .isEqualTo("8.8.4.4");
    }

    @Test
    void whereTheFirewallDidNotSayTheCountryItIsLookedUp() throws Exception {
        JsonNode record = json("/api/v1/records?destinationCountry=au").at("/records/0");

        assertThat(record.at("/destination/address").asText()).isEqualTo("1.1.1.1");
        assertThat(record.at("/destination/country").asText()).isEqualTo("AU");
        assertThat(record.at("/destination/countryLookedUp").asBoolean()).isTrue();
        assertThat(record.at("/source/country").asText()).isEqualTo("RU");
        assertThat(record.at("/source").has("countryLookedUp")).isFalse();
        assertThat(json("/api/v1/records/top?by=destination-country")
                        .at("/values")
                        .toString())
                .contains("AU");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "last=PT1H, 5",
        "last=PT3H, 6",
        "last=PT1H&type=threat, 0",
        "user==CMD*, 1",
        "rule=NY A&port=22, 1",
        "action=reset-both, 1",
        "device=pa-1, 7",
        "device=pa-9, 0",
        "destination=198.51.100.7, 6",
        "destinationCountry=RU, 0",
        "sourceCountry=ru&severity=none, 6",
        "threat=log4, 1"
    })
    void parametersNarrowItDown(String parameters, int records) throws Exception {
        JsonNode found =
                json("/api/v1/records?" + parameters.replace(" ", "%20").replace("==", "=%3D"));

        assertThat(found.at("/records")).hasSize(records);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "last=1h, last",
        "last=-PT1H, last",
        "last=PT1H&from=2026-01-01T00:00:00Z, last",
        "from=yesterday, from",
        "from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z, until",
        "source=8.8.4, source",
        "destination=8.8.4.4/33, destination",
        "port=65536, port",
        "sourcePort=-1, sourcePort",
        "type=system, type",
        "severity=worst, severity",
        "copies=perhaps, copies",
        "cursor=1, cursor",
        "limit=0, limit"
    })
    void whatIsNotAcceptedIsNamed(String parameters, String field) throws Exception {
        HttpResponse<byte[]> answer = service.asAdmin("GET", "/api/v1/records?" + parameters, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.STRICT.readTree(answer.body()).at("/field").asText()).isEqualTo(field);
    }

    @Test
    void aFileHoldsWhatIsAskedForAndNoFormula() throws Exception {
        String csv = RunningService.text(service.asAdmin("GET", "/api/v1/records/export?type=threat", ""));
        assertThat(csv.lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"'=cmd|'/c calc'!A1, \"\"x\"\"\"")
                .contains(",'=Log4j,");

        String json = RunningService.text(service.asAdmin("GET", "/api/v1/records/export?format=json", ""));
        assertThat(json.lines())
                .hasSize(7)
                .allSatisfy(line -> assertThat(
                                Json.STRICT.readTree(line).at("/device").asText())
                        .isEqualTo("PA-1"));
    }

    @Test
    void recordsAreCountedOverTime() throws Exception {
        JsonNode histogram = json("/api/v1/records/histogram?last=PT4H&bars=4");
        long records = 0;
        for (JsonNode bar : histogram.at("/bars")) {
            records += bar.at("/records").asLong();
        }
        assertThat(records).isEqualTo(6);
        assertThat(histogram.at("/stepSeconds").asLong()).isBetween(3_600L, 3_620L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "source, 8.8.4.4, 5",
        "destination, 198.51.100.7, 6",
        "source-country, RU, 7",
        "device, PA-1, 7",
        "action, drop, 6",
        "threat, '', 6"
    })
    void recordsAreCountedByWhatTheyHaveInCommon(String by, String value, int records) throws Exception {
        JsonNode first = json("/api/v1/records/top?by=" + by).at("/values/0");

        assertThat(first.at("/value").asText()).isEqualTo(value);
        assertThat(first.at("/records").asInt()).isEqualTo(records);
    }

    @Test
    void whatRecordsAreCountedByMustBeSaid() throws Exception {
        HttpResponse<byte[]> answer = service.asAdmin("GET", "/api/v1/records/top", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningService.text(answer)).contains("\"field\":\"by\"").contains("source-country or");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/v1/records", "/api/v1/records/top?by=port", "/api/v1/records/histogram"})
    void aSearchEndsWhenWhoAskedHasGone(String search) throws Exception {
        try (Connection other = database.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE log_record IN ACCESS EXCLUSIVE MODE");
            try (var caller = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                String request = "GET " + search + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + service.adminAuthorization() + "\r\n\r\n";
                caller.getOutputStream().write(request.getBytes(UTF_8));
                Awaitility.await().untilAsserted(() -> assertThat(searching()).isEqualTo("1"));
            }
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(searching()).isEqualTo("0"));
            other.rollback();
        }
    }

    private static String searching() {
        return database.ask("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM log_record WHERE seen%'
                """);
    }

    @Test
    void whatTheArchiveTakesShows() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(json("/api/v1/archive").at("/bytes").asLong())
                                .isPositive());
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(service.asAdmin("GET", "/api/v1/records/1-1", "").statusCode())
                .isEqualTo(404);
        assertThat(service.asAdmin("GET", "/api/v1/records/latest", "").statusCode())
                .isEqualTo(400);
    }

    private static List<Integer> ports(JsonNode page) {
        var ports = new ArrayList<Integer>();
        page.at("/records")
                .forEach(record -> ports.add(record.at("/destination/port").asInt()));
        return ports;
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<byte[]> answer = service.asAdmin("GET", path, "");
        assertThat(answer.statusCode()).as("%s", RunningService.text(answer)).isEqualTo(200);
        return Json.STRICT.readTree(answer.body());
    }
}
