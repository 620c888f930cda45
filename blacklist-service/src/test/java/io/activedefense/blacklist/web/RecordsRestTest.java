// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.blacklist.testing.Told;
import io.activedefense.contracts.json.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsRestTest {
    private static final String BLACKLIST = "/api/v1/blacklist";
    private static final String[] PLAIN = {"Content-Type", "text/plain"};
    private static final String[] CSV = {"Content-Type", "text/csv"};

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static RunningService service;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        service = RunningService.start(folder, database.url());
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @AfterEach
    void clear() {
        database.clear();
    }

    @Test
    void aFileIsListedAsAWholeAndExportedAgain() throws Exception {
        String file = "8.8.4.4 a resolver\n9.9.9.0/24\n2600:1f18::/64 =1+1\n";

        JsonNode dry = json(service.asAdmin("POST", BLACKLIST + "/import?dryRun=true", file, PLAIN));
        assertThat(dry.at("/added").asInt()).isEqualTo(3);
        assertThat(dry.at("/dryRun").asBoolean()).isTrue();
        assertThat(get(BLACKLIST).at("/entries")).isEmpty();

        JsonNode done = json(service.asAdmin("POST", BLACKLIST + "/import?comment=from%20a%20peer", file, PLAIN));
        assertThat(done.at("/added").asInt()).isEqualTo(3);
        assertThat(get(BLACKLIST + "/9.9.9.0/24").at("/entry/comment").textValue())
                .isEqualTo("from a peer");

        HttpResponse<byte[]> plain = service.asAdmin("GET", BLACKLIST + "/export?format=plain", "");
        assertThat(text(plain)).isEqualTo("8.8.4.4\n9.9.9.0/24\n2600:1f18::/64\n");
        HttpResponse<byte[]> csv = service.asAdmin("GET", BLACKLIST + "/export?q=2600::/16", "");
        assertThat(csv.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(csv.headers().firstValue("content-disposition").orElse("")).contains("blacklist.csv");
        assertThat(text(csv).lines().toList().get(1)).startsWith("2600:1f18::/64,'=1+1,");

        String all = text(service.asAdmin("GET", BLACKLIST + "/export", ""));
        assertThat(json(service.asAdmin("POST", BLACKLIST + "/import", all, CSV))
                        .at("/listedBefore")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void anExportIsNotCutAtAPage() throws Exception {
        String file = IntStream.range(0, 2_500)
                .mapToObj(i -> "11.1." + (i >> 8) + "." + (i & 255))
                .collect(Collectors.joining("\n"));
        service.asAdmin("POST", BLACKLIST + "/import", file, PLAIN);

        assertThat(text(service.asAdmin("GET", BLACKLIST + "/export?format=plain&sort=-listed-at", ""))
                        .lines()
                        .sorted()
                        .toList())
                .isEqualTo(file.lines().sorted().toList());
    }

    @Test
    void whereALineIsNotAcceptedNothingIsChangedAndEverySuchLineIsTold() throws Exception {
        HttpResponse<byte[]> refused =
                service.asAdmin("POST", BLACKLIST + "/import", "8.8.4.4\n10.0.0.1\nhere\n", PLAIN);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors")).hasSize(1);
        assertThat(json(refused).at("/errors/0/line").asInt()).isEqualTo(3);

        HttpResponse<byte[]> never = service.asAdmin("POST", BLACKLIST + "/import", "# x\n8.8.4.4\n10.0.0.1\n", PLAIN);
        assertThat(never.statusCode()).isEqualTo(400);
        assertThat(json(never).at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(json(never).at("/errors/0/accepted").textValue()).contains("private");
        assertThat(get(BLACKLIST).at("/entries")).isEmpty();
    }

    @Test
    void whatARuleHasListedIsTakenBack() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        service.context()
                .getBean(Intake.class)
                .detections(List.of(Told.at(0, Told.detection("8.8.4.4", "port-scan", now))));
        String since = now.minusSeconds(60).toString();

        JsonNode preview = get(BLACKLIST + "/undo?rule=port-scan&since=" + since);
        assertThat(preview.at("/releases").asInt()).isOne();
        assertThat(preview.at("/first/0/address").textValue()).isEqualTo("8.8.4.4");
        JsonNode done = json(service.asAdmin(
                "POST",
                BLACKLIST + "/undo",
                "{\"rule\":\"port-scan\",\"since\":\"" + since + "\",\"why\":\"too eager\"}"));
        assertThat(done.at("/released").asInt()).isOne();
        assertThat(get(BLACKLIST + "/8.8.4.4").at("/history/0/why").textValue()).isEqualTo("too eager");
    }

    @Test
    void aReleaseForGoodStandsInTheSettings() throws Exception {
        service.asAdmin("POST", BLACKLIST, "{\"address\":\"91.2.3.4\"}");

        HttpResponse<byte[]> released =
                service.asAdmin("DELETE", BLACKLIST + "/91.2.3.4?reason=a%20resolver&neverAgain=true", "");

        assertThat(released.statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/settings").at("/allowlist").findValuesAsText("cidr"))
                .contains("91.2.3.4");
        HttpResponse<byte[]> again = service.asAdmin("POST", BLACKLIST, "{\"address\":\"91.2.3.4\"}");
        assertThat(json(again).at("/accepted").textValue()).contains("allowlist");
    }

    @Test
    void entriesAreCountedSortedAndPaged() throws Exception {
        service.asAdmin("POST", BLACKLIST + "/import", "11.1.1.1\n11.1.1.2\n11.1.1.3\n", PLAIN);

        JsonNode counts = get(BLACKLIST + "/counts?q=11.1.1.0/24");
        assertThat(counts.at("/total").asInt()).isEqualTo(3);
        assertThat(counts.at("/byOrigin/User Added").asInt()).isEqualTo(3);
        JsonNode first = get(BLACKLIST + "?sort=-listed-at&limit=2");
        JsonNode second = get(BLACKLIST + "?sort=-listed-at&limit=2&after="
                + first.at("/next").textValue());
        assertThat(first.at("/entries/0/address").textValue()).isEqualTo("11.1.1.3");
        assertThat(second.at("/entries").findValuesAsText("address")).containsExactly("11.1.1.1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,?sort=size,sort",
        "GET,?sort=hits&after=11.1.1.1,after",
        "GET,?listedFrom=today,listedFrom",
        "GET,?within=here,within",
        "GET,/export?format=pdf,format",
        "GET,/undo,rule",
        "GET,/undo?rule=port-scan&since=now,since",
        "POST,/undo,document",
        "DELETE,/11.1.1.1?reason=x&neverAgain=perhaps,neverAgain",
        "DELETE,/11.1.1.1?reason=x&until=later,until"
    })
    void whatIsNotAcceptedNamesTheField(String method, String path, String field) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin(method, BLACKLIST + path, method.equals("POST") ? "[]" : "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/field").textValue()).isEqualTo(field);
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("GET", path, "");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return json(response);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
        return Json.STRICT.readTree(response.body());
    }
}
