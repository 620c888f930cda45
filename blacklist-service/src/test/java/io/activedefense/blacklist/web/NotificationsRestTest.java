// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.Browser.json;
import static io.activedefense.blacklist.web.Browser.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.activedefense.blacklist.alarm.AlarmKind;
import io.activedefense.blacklist.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedService.class)
class NotificationsRestTest {
    private static final String ALL = "/api/v1/notifications";
    private static final String MAIL_SERVER = ALL + "/mail-server";
    private static final String RECIPIENTS = ALL + "/recipients";
    private static final String PASSWORD = "a password of the mail server";
    private static final String URL = "https://127.0.0.1/T0/a-secret-path";
    private static final String SIGNING = "a-signing-secret-of-a-webhook";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final GreenMail GREEN_MAIL =
            new GreenMail(new ServerSetup(MailPort.NUMBER, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static RunningService service;
    private static TestDatabase database;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
        GREEN_MAIL.start();
        GREEN_MAIL.setUser("defense@example.com", "defense", PASSWORD);
    }

    @AfterAll
    static void stop() throws Exception {
        clear();
        GREEN_MAIL.stop();
    }

    @BeforeEach
    void begin() throws Exception {
        clear();
        service.asAdmin("PUT", ALL + "/settings", "{\"groupSeconds\":10}");
        GREEN_MAIL.purgeEmailFromAllMailboxes();
    }

    private static void clear() throws Exception {
        for (JsonNode recipient : read(RECIPIENTS).at("/recipients")) {
            service.asAdmin("DELETE", RECIPIENTS + "/" + recipient.at("/id").asLong(), "");
        }
        service.asAdmin("DELETE", MAIL_SERVER, "");
    }

    @Test
    void whatAnOperatorListsIsMailedToWhoWantsToKnow() throws Exception {
        setUp();
        service.asAdmin("PUT", ALL + "/settings", "{\"groupSeconds\":10,\"pageUrl\":\"https://defense.example.com/\"}");
        added("{\"name\":\"SOC\",\"channel\":\"mail\",\"address\":\"soc@example.com\",\"reasons\":[\"user-added\"]}");
        service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"9.77.66.3\",\"comment\":\"a botnet\"}");

        await().atMost(LONG).until(() -> GREEN_MAIL.getReceivedMessages().length == 1);
        String mail = GreenMailUtil.getWholeMessage(GREEN_MAIL.getReceivedMessages()[0]);
        assertThat(mail)
                .contains("Subject: [Active Defense] 9.77.66.3 listed: User Added", "To: soc@example.com")
                .contains("Comment: a botnet", "https://defense.example.com/blacklist?entry=9.77.66.3");
        await().atMost(LONG)
                .until(() -> read(ALL + "/deliveries?state=sent")
                        .at("/deliveries/0/answer")
                        .asText()
                        .startsWith("250"));
        JsonNode delivery = read(ALL + "/deliveries").at("/deliveries/0");
        assertThat(delivery.at("/name").textValue()).isEqualTo("SOC");
        assertThat(delivery.at("/summary").textValue()).isEqualTo("9.77.66.3 listed: User Added");
        assertThat(delivery.at("/state").textValue()).isEqualTo("sent");
    }

    @Test
    void aTestMailAnswersInTheServersWords() throws Exception {
        setUp();
        JsonNode good = tested(MAIL_SERVER, "{\"to\":\"soc@example.com\"}");
        assertThat(good.at("/sent").booleanValue()).isTrue();
        assertThat(good.at("/answer").textValue()).startsWith("250");
        assertThat(GREEN_MAIL.getReceivedMessages()).hasSize(1);

        service.asAdmin("PUT", MAIL_SERVER, server("defense", "a wrong password"));
        JsonNode bad = tested(MAIL_SERVER, "{\"to\":\"soc@example.com\"}");
        assertThat(bad.at("/sent").booleanValue()).isFalse();
        assertThat(bad.at("/answer").textValue()).startsWith("535");

        assertRefused("POST", MAIL_SERVER + "/test", "{\"to\":\"Soc <soc@example.com>\"}", "to");
        assertRefused("POST", MAIL_SERVER + "/test", "{}", "to");
    }

    @Test
    void aPasswordStaysOnlyWhereItsServerStays() throws Exception {
        setUp();
        JsonNode kept = json(service.asAdmin("PUT", MAIL_SERVER, server("defense", null)));
        assertThat(kept.at("/hasPassword").booleanValue()).isTrue();
        assertThat(tested(MAIL_SERVER, "{\"to\":\"soc@example.com\"}")
                        .at("/sent")
                        .booleanValue())
                .isTrue();

        assertRefused("PUT", MAIL_SERVER, server("somebody-else", null), "password");
        assertRefused(
                "PUT", MAIL_SERVER, server("defense", null).replace("127.0.0.1", "mail.attacker.example"), "password");
        assertThat(read(MAIL_SERVER).at("/host").textValue()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | host",
                "{\"host\":\"a b\",\"sender\":\"a@example.com\"} | host",
                "{\"host\":\"mail\",\"port\":0,\"sender\":\"a@example.com\"} | port",
                "{\"host\":\"mail\",\"security\":\"ssl\",\"sender\":\"a@example.com\"} | security",
                "{\"host\":\"mail\",\"sender\":\"nobody\"} | sender",
                "{\"host\":\"mail\",\"sender\":\"a@example.com\",\"user\":\"a\"} | password",
                "{\"host\":\"mail\",\"sender\":\"a@example.com\",\"password\":\"a\"} | password",
                "{\"host\":\"mail\",\"sender\":\"a@example.com\",\"colour\":\"red\"} | colour"
            })
    void aMailServerThatIsNotAcceptedIsRefusedByField(String body, String field) throws Exception {
        assertRefused("PUT", MAIL_SERVER, body, field);
        assertThat(read(MAIL_SERVER).at("/configured").booleanValue()).isFalse();
    }

    @Test
    void theUsualPortFollowsFromTheSecurity() throws Exception {
        service.asAdmin("PUT", MAIL_SERVER, "{\"host\":\"mail\",\"sender\":\"a@example.com\"}");
        assertThat(read(MAIL_SERVER).at("/port").intValue()).isEqualTo(587);
        assertThat(read(MAIL_SERVER).at("/security").textValue()).isEqualTo("starttls");
        assertThat(service.asAdmin("DELETE", MAIL_SERVER, "").statusCode()).isEqualTo(204);
        assertThat(service.asAdmin("DELETE", MAIL_SERVER, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aWebhookGoesNowhereNearThisServiceAndItsAddressIsNotToldAgain() throws Exception {
        JsonNode hook = added(webhook());
        assertThat(hook.at("/address").textValue()).isEqualTo("https://127.0.0.1/\u2026");
        assertThat(hook.at("/hasSecret").booleanValue()).isTrue();

        JsonNode test = tested(RECIPIENTS + "/" + hook.at("/id").asLong(), "");
        assertThat(test.at("/sent").booleanValue()).isFalse();
        assertThat(test.at("/answer").textValue()).isEqualTo("127.0.0.1 must not be asked: it is loopback");
    }

    @Test
    void aRecipientIsChangedAndKeepsWhereItIsReached() throws Exception {
        long id = added(webhook()).at("/id").asLong();
        String without = "{\"name\":\"Chat\",\"channel\":\"webhook\",\"enabled\":false,\"alarms\":[\"all\"]}";
        JsonNode changed = json(service.asAdmin("PUT", RECIPIENTS + "/" + id, without));
        assertThat(changed.at("/name").textValue()).isEqualTo("Chat");
        assertThat(changed.at("/enabled").booleanValue()).isFalse();
        assertThat(changed.at("/address").textValue()).isEqualTo("https://127.0.0.1/\u2026");
        assertThat(changed.at("/hasSecret").booleanValue()).isTrue();
        assertThat(changed.at("/reasons")).isEmpty();

        assertRefused("PUT", RECIPIENTS + "/" + id, without.replace("webhook", "mail"), "address");
        added("{\"name\":\"SOC\",\"channel\":\"mail\",\"address\":\"soc@example.com\"}");
        assertThat(service.asAdmin("PUT", RECIPIENTS + "/" + id, without.replace("Chat", "SOC"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(service.asAdmin("PUT", RECIPIENTS + "/999999", without).statusCode())
                .isEqualTo(404);
        assertThat(service.asAdmin("DELETE", RECIPIENTS + "/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(service.asAdmin("DELETE", RECIPIENTS + "/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(service.asAdmin("POST", RECIPIENTS + "/" + id + "/test", "").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\":\"mail\",\"address\":\"a@example.com\"} | name",
                "{\"name\":\"a\",\"address\":\"a@example.com\"} | channel",
                "{\"name\":\"a\",\"channel\":\"pager\",\"address\":\"1\"} | channel",
                "{\"name\":\"a\",\"channel\":\"mail\"} | address",
                "{\"name\":\"a\",\"channel\":\"mail\",\"address\":\"b\"} | address",
                "{\"name\":\"a\",\"channel\":\"mail\",\"address\":\"a@example.com\",\"secret\":\"b\"} | secret",
                "{\"name\":\"a\",\"channel\":\"webhook\",\"address\":\"ftp://b\"} | address",
                "{\"name\":\"a\",\"channel\":\"webhook\",\"address\":\"https://b\",\"secret\":\"c\"} | secret",
                "{\"name\":\"a\",\"channel\":\"mail\",\"address\":\"a@example.com\",\"reasons\":[\"b\"]} | reasons",
                "{\"name\":\"a\",\"channel\":\"mail\",\"address\":\"a@example.com\",\"alarms\":[\"b\"]} | alarms"
            })
    void aRecipientThatIsNotAcceptedIsRefusedByField(String body, String field) throws Exception {
        assertRefused("POST", RECIPIENTS, body, field);
        assertThat(read(RECIPIENTS).at("/recipients")).isEmpty();
    }

    @Test
    void settingsAreChangedAsAWhole() throws Exception {
        assertThat(json(service.asAdmin("PUT", ALL + "/settings", "{\"pageUrl\":\"https://a.example/b/\"}")))
                .isEqualTo(read(ALL + "/settings"));
        assertThat(read(ALL + "/settings").at("/pageUrl").textValue()).isEqualTo("https://a.example/b");
        assertThat(read(ALL + "/settings").at("/groupSeconds").intValue()).isEqualTo(60);
        assertRefused("PUT", ALL + "/settings", "{\"groupSeconds\":9}", "groupSeconds");
        assertRefused("PUT", ALL + "/settings", "{\"pageUrl\":\"ftp://a\"}", "pageUrl");
    }

    @Test
    void theChoicesAreThoseThatAreAccepted() throws Exception {
        JsonNode choices = read(ALL + "/choices");
        assertThat(choices.at("/channels/0/name").textValue()).isEqualTo("mail");
        assertThat(choices.at("/channels/1/name").textValue()).isEqualTo("webhook");
        assertThat(choices.at("/reasons").findValuesAsText("id"))
                .containsExactly("port-scan", "ip-scan", "vulnerability", "user-added");
        assertThat(choices.at("/alarms")).hasSize(AlarmKind.values().length);
    }

    @Test
    void deliveriesThatAreAskedForWronglyAreRefusedByField() throws Exception {
        assertRefused("GET", ALL + "/deliveries?state=lost", "", "state");
        assertRefused("GET", ALL + "/deliveries?recipient=soc", "", "recipient");
        assertRefused("GET", ALL + "/deliveries?before=yesterday", "", "before");
        assertRefused("GET", ALL + "/deliveries?limit=0", "", "limit");
    }

    @Test
    void noSecretIsAnsweredLoggedAuditedOrStoredInPlainText() throws Exception {
        PrintStream out = System.out;
        var logged = new ByteArrayOutputStream();
        System.setOut(new PrintStream(logged, true, UTF_8));
        try {
            setUp();
            long id = added(webhook()).at("/id").asLong();
            tested(MAIL_SERVER, "{\"to\":\"soc@example.com\"}");
            tested(RECIPIENTS + "/" + id, "");
            service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"9.77.66.4\"}");
            service.asAdmin("PUT", MAIL_SERVER, server("defense", PASSWORD).replace("\"port\":", "\"port\":9"));
            service.asAdmin("PUT", RECIPIENTS + "/" + id, webhook().replace("https", "ftp"));
            String answers = text(service.asAdmin("GET", MAIL_SERVER, ""))
                    + text(service.asAdmin("GET", RECIPIENTS, ""))
                    + text(service.asAdmin("GET", ALL + "/deliveries", ""));
            String audit = text(service.asAdmin("GET", "/api/v1/audit?limit=1000", ""));

            List<String> secrets = List.of(PASSWORD, "a-secret-path", SIGNING);
            assertThat(answers).doesNotContain(secrets);
            assertThat(audit).contains("mail-server", "recipient").doesNotContain(secrets);
            await().atMost(LONG).until(() -> logged.toString(UTF_8).contains("notification not delivered"));
            assertThat(logged.toString(UTF_8)).doesNotContain(secrets);
            assertThat(database.ask("SELECT mail_server::text || (SELECT string_agg(r::text, '')"
                            + " FROM notification_recipient r) FROM mail_server"))
                    .contains("defense")
                    .doesNotContain(secrets);
        } finally {
            System.setOut(out);
        }
    }

    @Test
    void whoSetUpWhatIsInTheAuditLog() throws Exception {
        setUp();
        added(webhook());

        JsonNode server = read("/api/v1/audit?kind=mail-server").at("/events/0");
        assertThat(server.at("/action").textValue()).isEqualTo("added");
        assertThat(server.at("/after/user_name").textValue()).isEqualTo("defense");
        assertThat(server.at("/after").has("password")).isFalse();
        JsonNode recipient = read("/api/v1/audit?kind=recipient").at("/events/0");
        assertThat(recipient.at("/actor/who").textValue()).isEqualTo("admin");
        assertThat(recipient.at("/after/shown").textValue()).isEqualTo("https://127.0.0.1/\u2026");
        assertThat(recipient.at("/after").has("target")).isFalse();
    }

    private static void setUp() throws Exception {
        HttpResponse<byte[]> put = service.asAdmin("PUT", MAIL_SERVER, server("defense", PASSWORD));
        assertThat(put.statusCode()).as(text(put)).isEqualTo(200);
    }

    private static String server(String user, @Nullable String password) {
        String secret = password == null ? "" : ",\"password\":\"" + password + "\"";
        return "{\"host\":\"127.0.0.1\",\"port\":" + MailPort.NUMBER + ",\"security\":\"none\",\"user\":\"" + user
                + "\",\"sender\":\"defense@example.com\"" + secret + "}";
    }

    private static String webhook() {
        return "{\"name\":\"Hook\",\"channel\":\"webhook\",\"address\":\"" + URL + "\",\"secret\":\"" + SIGNING
                + "\",\"reasons\":[\"all\"]}";
    }

    private static JsonNode added(String body) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("POST", RECIPIENTS, body);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(201);
        return json(response);
    }

    private static JsonNode tested(String path, String body) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin("POST", path + "/test", body);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        return json(response);
    }

    private static JsonNode read(String path) throws Exception {
        return json(service.asAdmin("GET", path, ""));
    }

    private static void assertRefused(String method, String path, String body, String field) throws Exception {
        HttpResponse<byte[]> response = service.asAdmin(method, path, body);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(400);
        assertThat(json(response).at("/field").textValue()).isEqualTo(field);
    }
}
