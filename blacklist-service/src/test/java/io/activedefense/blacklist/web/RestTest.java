// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.activedefense.contracts.json.Json;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST API on the real database, with Kafka away: what operators do must work then too. */
@ExtendWith(SharedService.class)
class RestTest {
    private static final String BLACKLIST = "/api/v1/blacklist";
    private static final String SETTINGS = "/api/v1/settings";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static RunningService service;

    @BeforeAll
    static void start(RunningService running) {
        service = running;
    }

    @Test
    void anAddressThatAnOperatorAddsIsListedWithItsHistoryUntilReleased() throws Exception {
        String address = freshAddress();

        HttpResponse<byte[]> added = post("{\"address\":\"" + address + "\",\"comment\":\"seen at the gate\"}");

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("location")).contains(BLACKLIST + "/" + address);
        assertThat(json(added).at("/origin").textValue()).isEqualTo("User Added");
        await().atMost(Duration.ofSeconds(10)).until(() -> edl().contains(address + "\n"));

        JsonNode story = json(service.asAdmin("GET", BLACKLIST + "/" + address, ""));
        assertThat(story.at("/entry/comment").textValue()).isEqualTo("seen at the gate");
        assertThat(story.at("/history/0/kind").textValue()).isEqualTo("added");
        assertThat(story.at("/history/0/by").textValue()).isEqualTo("admin");

        HttpResponse<byte[]> released =
                service.asAdmin("DELETE", BLACKLIST + "/" + address + "?reason=it%20was%20us", "");

        assertThat(released.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> !edl().contains(address + "\n"));
        JsonNode after = json(service.asAdmin("GET", BLACKLIST + "/" + address, ""));
        assertThat(after.at("/history/0/kind").textValue()).isEqualTo("released");
        assertThat(after.at("/history/0/why").textValue()).isEqualTo("it was us");
    }

    @Test
    void aPrefixHasAPathOfTwoParts() throws Exception {
        String network = "45.77." + NEXT.incrementAndGet() + ".0";
        assertThat(post("{\"address\":\"" + network + "/24\"}").statusCode()).isEqualTo(201);

        assertThat(service.asAdmin("GET", BLACKLIST + "/" + network + "/24", "").statusCode())
                .isEqualTo(200);
        assertThat(service.asAdmin("DELETE", BLACKLIST + "/" + network + "/24?reason=done", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.asAdmin("DELETE", BLACKLIST + "/" + network + "/24?reason=done", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void ipv6AddressesStandInPathsAsTheyAre() throws Exception {
        assertThat(post("{\"address\":\"2600:1f18::7\"}").statusCode()).isEqualTo(201);

        JsonNode story = json(service.asAdmin("GET", BLACKLIST + "/2600:1f18:0::7", ""));

        assertThat(story.at("/entry/address").textValue()).isEqualTo("2600:1f18::7");
        assertThat(service.asAdmin("GET", BLACKLIST + "/2600:1f18::7", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void searchFindsByAddressPrefixTextAndOrigin() throws Exception {
        post("{\"address\":\"91.200.12.4\",\"comment\":\"Needle in it\"}");
        post("{\"address\":\"91.200.12.0/26\"}");

        assertThat(found("?q=91.200.12.4")).contains("91.200.12.4", "91.200.12.0/26");
        assertThat(found("?q=91.200.12.9")).contains("91.200.12.0/26").doesNotContain("91.200.12.4");
        assertThat(found("?q=91.200.12.0/24")).contains("91.200.12.4", "91.200.12.0/26");
        assertThat(found("?q=needle")).contains("91.200.12.4").doesNotContain("91.200.12.0/26");
        assertThat(found("?q=91.200.12.4&origin=detected")).isEqualTo("[]");
        assertThat(found("?q=91.200.12.4&reason=port-scan")).isEqualTo("[]");
        assertThat(found("?q=91.200.12.4&origin=&reason=&after=&limit=")).contains("91.200.12.4");
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        post("{\"address\":\"92.1.1.1\"}");
        post("{\"address\":\"92.1.1.2\"}");
        post("{\"address\":\"92.1.1.3\"}");

        JsonNode first = json(service.asAdmin("GET", BLACKLIST + "?q=92.1.1.0/24&limit=2", ""));
        JsonNode second = json(service.asAdmin(
                "GET",
                BLACKLIST + "?q=92.1.1.0/24&limit=2&after=" + first.at("/next").textValue(),
                ""));

        assertThat(first.at("/entries")).hasSize(2);
        assertThat(second.at("/entries/0/address").textValue()).isEqualTo("92.1.1.3");
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"address\":\"10.0.0.1\"}                                        | address   | 10.0.0.1",
                "{\"address\":\"0.0.0.0/0\"}                                       | address   | 0.0.0.0/0",
                "{\"address\":\"91.0.0.0/8\"}                                      | address   | 91.0.0.0/8",
                "{\"address\":\"91.1.1.1/24\"}                                     | address   | 91.1.1.1/24",
                "{\"address\":\"example.org\"}                                     | address   | example.org",
                "{\"address\":7}                                                   | address   | 7",
                "{}                                                                | address   | nothing",
                "{\"address\":\"91.1.1.1\",\"expiresAt\":\"2020-01-01T00:00:00Z\"} | expiresAt | 2020-01-01T00:00:00Z",
                "{\"address\":\"91.1.1.1\",\"expiresAt\":\"tomorrow\"}             | expiresAt | \"tomorrow\"",
                "{\"address\":\"91.1.1.1\",\"reason\":\"x\"}                       | reason    | \"x\"",
                "{\"address\":\"91.1.1.1\",\"comment\":\" \"}                      | comment   | 1 characters",
                "null                                                              | document  | null"
            })
    void anAdditionThatIsNotAcceptedNamesFieldValueAndWhatIs(String body, String field, String value) throws Exception {
        assertRefused(post(body), 400, field, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "address=91.1.1.1", "{\"address\":\"91.1.1.1\"} {}", "[", "\u0000"})
    void whatIsNoJsonIsRefused(String body) throws Exception {
        HttpResponse<byte[]> response = post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/field").textValue()).isEqualTo("document");
        assertNothingOfUs(response);
    }

    @Test
    void whatIsListedByAnOperatorAlreadyIsAConflict() throws Exception {
        String body = "{\"address\":\"" + freshAddress() + "\"}";
        post(body);

        HttpResponse<byte[]> again = post(body);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0,limit,0",
        "?limit=1001,limit,1001",
        "?limit=many,limit,many",
        "?origin=me,origin,me",
        "?standing=up,standing,up",
        "?after=there,after,there",
        "/300.1.1.1,address,300.1.1.1",
        "/91.1.1.1/33,address,91.1.1.1/33"
    })
    void aQuestionThatIsNotAcceptedNamesFieldAndValue(String question, String field, String value) throws Exception {
        assertRefused(service.asAdmin("GET", BLACKLIST + question, ""), 400, field, value);
    }

    @Test
    void aCountryThatNoRecordCanHaveIsRefusedWithWhatIsAccepted() throws Exception {
        HttpResponse<byte[]> unprintable = service.asAdmin("GET", BLACKLIST + "?country=R%07U", "");
        assertRefused(unprintable, 400, "country", "R\u0007U");
        assertThat(json(unprintable).at("/accepted").textValue()).startsWith("1 to 64 characters");

        HttpResponse<byte[]> tooLong = service.asAdmin("GET", BLACKLIST + "?country=" + "x".repeat(65), "");
        assertRefused(tooLong, 400, "country", "65 characters");
    }

    @Test
    void aReleaseNeedsAReason() throws Exception {
        assertRefused(service.asAdmin("DELETE", BLACKLIST + "/91.7.7.7", ""), 400, "reason", "nothing");
        assertRefused(service.asAdmin("DELETE", BLACKLIST + "/91.7.7.7?reason=", ""), 400, "reason", "0 characters");
    }

    @Test
    void whatWasNeverListedIsNotFound() throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("GET", BLACKLIST + "/91.9.9.9", "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).at("/detail").textValue()).isEqualTo("91.9.9.9 was never listed.");
    }

    @Test
    void settingsAreChangedAsAWholeAndGetTheNextVersion() throws Exception {
        ObjectNode document = settings();
        document.withObject("/portScan").put("threshold", 15);

        HttpResponse<byte[]> changed = service.asAdmin("PUT", SETTINGS, document.toString());

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).at("/version").asLong())
                .isEqualTo(document.at("/version").asLong() + 1);
        assertThat(settings()).isEqualTo(json(changed));
    }

    @Test
    void whoChangesWhatSomeoneElseHasChangedIsToldSo() throws Exception {
        ObjectNode mine = settings();
        ObjectNode theirs = mine.deepCopy()
                .put("blockWindowDays", mine.at("/blockWindowDays").asInt() % 700 + 1);
        assertThat(service.asAdmin("PUT", SETTINGS, theirs.toString()).statusCode())
                .isEqualTo(200);

        HttpResponse<byte[]> late =
                service.asAdmin("PUT", SETTINGS, mine.put("logRetentionDays", 7).toString());

        String version = mine.at("/version").asText();
        assertRefused(late, 409, "version", version);
        assertThat(json(late).at("/accepted").textValue())
                .isEqualTo(settings().at("/version").asText());
        assertThat(settings().at("/logRetentionDays").asInt()).isNotEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "/portScan/threshold,0,portScan.threshold,0,in 1 to 1000",
        "/ipScan/windowMinutes,1441,ipScan.windowMinutes,1441,in 0 to 1440",
        "/vulnerability/level,3,vulnerability.level,3,in 0 to 2",
        "/ipv6SourcePrefix,48,ipv6SourcePrefix,48,64 or 128",
        "/blockWindowDays,0,blockWindowDays,0,in 1 to 730",
        "/portScan/mode,'\"loud\"',portScan.mode,loud,'one of enforce, observe, off'",
        "/on,'\"perhaps\"',on,perhaps,true or false",
        "/portScan/threshold,null,portScan.threshold,nothing,given: the whole document is wanted",
        "/portScan/threshold,10.9,portScan.threshold,,a whole number",
        "/portScan/threshold,'\"10\"',portScan.threshold,,a whole number",
        "/portScan/threshold,'{}',portScan.threshold,{},a whole number",
        "/ownNetworks,'[{\"cidr\":\"nowhere\"}]',ownNetworks[0].cidr,nowhere,is not an IPv4 or IPv6 address",
        "/surprise,1,surprise,1,left out"
    })
    void aSettingThatIsNotAcceptedNamesFieldValueAndRange(
            String pointer, String value, String field, String told, String accepted) throws Exception {
        ObjectNode document = settings();
        var at = JsonPointer.compile(pointer);
        document.withObject(at.head()).set(at.last().getMatchingProperty(), Json.STRICT.readTree(value));

        HttpResponse<byte[]> response = service.asAdmin("PUT", SETTINGS, document.toString());

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = json(response);
        assertThat(problem.at("/field").textValue()).isEqualTo(field);
        assertThat(problem.at("/value").textValue()).contains(told == null ? "" : told);
        assertThat(problem.at("/accepted").textValue()).contains(accepted == null ? "" : accepted);
        assertNothingOfUs(response);
        assertThat(settings().at("/version")).isEqualTo(document.at("/version"));
    }

    @Test
    void aSettingThatIsLeftOutIsNotTakenForItsDefault() throws Exception {
        ObjectNode document = settings();
        document.remove("allowlist");

        assertRefused(service.asAdmin("PUT", SETTINGS, document.toString()), 400, "allowlist", "nothing");
    }

    @Test
    void theSystemIsSwitchedOffAndOn() throws Exception {
        assertThat(text(service.asAdmin("PUT", "/api/v1/system", "{\"on\":false}")))
                .isEqualTo("{\"on\":false}");
        assertThat(settings().at("/on").asBoolean()).isFalse();
        assertThat(text(service.asAdmin("GET", "/api/v1/system", ""))).isEqualTo("{\"on\":false}");

        assertRefused(service.asAdmin("PUT", "/api/v1/system", "{}"), 400, "on", "nothing");
        assertThat(settings().at("/on").asBoolean()).isFalse();

        assertThat(text(service.asAdmin("PUT", "/api/v1/system", "{\"on\":true}")))
                .isEqualTo("{\"on\":true}");
        assertThat(settings().at("/on").asBoolean()).isTrue();
    }

    @Test
    void theStatusTellsWhatIsServedAndWhatIsDown() throws Exception {
        String address = freshAddress();
        post("{\"address\":\"" + address + "\"}");
        await().atMost(Duration.ofSeconds(10)).until(() -> edl().contains(address + "\n"));

        JsonNode status = json(service.asAdmin("GET", "/api/v1/status", ""));

        assertThat(status.at("/listed").asLong()).isEqualTo(edl().lines().count());
        assertThat(status.at("/list/entries").asLong()).isEqualTo(edl().lines().count());
        assertThat(status.at("/list/version").textValue())
                .isEqualTo(service.get("/files/blacklist.txt")
                        .headers()
                        .firstValue("etag")
                        .orElseThrow());
        assertThat(component(status, "database").at("/up").asBoolean()).isTrue();
        assertThat(component(status, "list").at("/up").asBoolean()).isTrue();
        assertThat(component(status, "detector").at("/up").asBoolean()).isFalse();
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        for (String path : new String[] {"/api/v1/nothing", "/api", "/files/nothing.txt", "/nothing.js"}) {
            HttpResponse<byte[]> response = service.asAdmin("GET", path, "");
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().firstValue("content-type")).as(path).contains("application/problem+json");
            assertNothingOfUs(response);
        }
        assertThat(service.asAdmin("POST", "/api/v1/nothing", "{}").statusCode())
                .isEqualTo(404);
        assertThat(service.asAdmin("PATCH", SETTINGS, "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void thePageIsWhereNoRouteIsAndItsViewsAreThePage() throws Exception {
        HttpResponse<byte[]> page = service.asAdmin("GET", "/", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(text(service.asAdmin("GET", "/blacklist", ""))).isEqualTo(text(page));
        assertThat(text(service.asAdmin("GET", "/blacklist/entries/", ""))).isEqualTo(text(page));

        Matcher script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(text(page));
        assertThat(script.find()).isTrue();
        HttpResponse<byte[]> asset = service.asAdmin("GET", script.group(1), "");
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("content-type").orElse("")).contains("javascript");
        assertThat(asset.headers().firstValue("cache-control")).contains("public, max-age=31536000, immutable");
        assertThat(service.send("HEAD", "/", "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../blacklist-service.yml",
                "/assets/../../blacklist-service.yml",
                "/.hidden.txt",
                "/%2e%2e/blacklist-service.yml",
                "/assets/",
                "/assets//x.js",
                "/public/index.html"
            })
    void thePageServesItsOwnFilesOnly(String path) throws Exception {
        assertThat(text(service.asAdmin("GET", path, ""))).doesNotContain("datasources");
    }

    @Test
    void aBodyOfAnotherKindIsAProblem() throws Exception {
        HttpResponse<byte[]> response =
                service.asAdmin("POST", BLACKLIST, "", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void aBodyThatIsTooLongIsAProblem() throws Exception {
        HttpResponse<byte[]> response = post("{\"address\":\"" + "x".repeat(5 << 20) + "\"}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertNothingOfUs(response);
    }

    @Test
    void theDescriptionNamesEveryRoute() throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("GET", "/api/v1/openapi.yml", "");
        String document = text(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(document).startsWith("openapi: 3.");
        var routes = service.context().getBean(Router.class).uriRoutes().toList();
        for (UriRouteInfo<?, ?> route : routes) {
            String path = route.getUriMatchTemplate().toPathString();
            if (!path.startsWith("/api/v1/openapi") && (path.startsWith("/api/") || path.startsWith("/files/"))) {
                assertThat(document).contains("\n  " + path + ":\n");
            }
        }
        assertThat(document).contains("Problem:").doesNotContain("Cidr:");
        assertThat(text(service.asAdmin("GET", "/api/v1/openapi.yaml", ""))).isEqualTo(document);
    }

    private static void assertRefused(HttpResponse<byte[]> response, int status, String field, String value)
            throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/field").textValue()).isEqualTo(field);
        assertThat(problem.at("/value").textValue()).isEqualTo(value);
        assertThat(problem.at("/accepted").textValue()).isNotBlank();
        assertNothingOfUs(response);
    }

    /** No class, trace, version or path. */
    private static void assertNothingOfUs(HttpResponse<byte[]> response) {
        assertThat(text(response)).doesNotContain("io.activedefense", "java.", "jackson", "micronaut", "\tat ");
    }

    private static JsonNode component(JsonNode status, String name) {
        for (JsonNode component : status.at("/components")) {
            if (component.at("/name").textValue().equals(name)) {
                return component;
            }
        }
        throw new AssertionError("no component " + name);
    }

    private static HttpResponse<byte[]> post(String body) throws Exception {
        return service.asAdmin("POST", BLACKLIST, body);
    }

    private static String found(String question) throws Exception {
        return json(service.asAdmin("GET", BLACKLIST + question, ""))
                .at("/entries")
                .findValues("address")
                .toString();
    }

    private static String edl() throws Exception {
        return text(service.get("/files/blacklist.txt"));
    }

    private static ObjectNode settings() throws Exception {
        return (ObjectNode) json(service.asAdmin("GET", SETTINGS, ""));
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
        return Json.STRICT.readTree(response.body());
    }

    private static String freshAddress() {
        return "93.184." + NEXT.incrementAndGet() + ".7";
    }
}
