// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.Browser.json;
import static io.activedefense.blacklist.web.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class AuditRestTest {
    private static final String AUDIT = "/api/v1/audit";

    private static RunningService service;
    private static TestDatabase database;

    private TestPeople people;
    private Browser admin;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @BeforeEach
    void meet() throws Exception {
        people = new TestPeople(service);
        admin = people.admin();
    }

    @Test
    void aChangeIsToldWithWhoHowFromWhereBeforeAndAfter() throws Exception {
        String name = people.user(Role.VIEWER);
        admin.send("PUT", "/api/v1/users/" + name, "{\"role\":\"operator\"}");

        JsonNode change = events("?subject=" + name + "&kind=user").getFirst();

        assertThat(change.at("/actor/who").textValue()).isEqualTo("admin");
        assertThat(change.at("/actor/via").textValue()).isEqualTo("session");
        assertThat(change.at("/actor/address").textValue()).isEqualTo("127.0.0.1");
        assertThat(change.at("/action").textValue()).isEqualTo("changed");
        assertThat(change.at("/before/role").textValue()).isEqualTo("VIEWER");
        assertThat(change.at("/after/role").textValue()).isEqualTo("OPERATOR");
        assertThat(events("?subject=" + name + "&kind=user")
                        .getLast()
                        .at("/action")
                        .textValue())
                .isEqualTo("added");
    }

    @Test
    void everyKindOfChangeIsThereByWhomeverItWasMade() throws Exception {
        String operator = people.user(Role.OPERATOR);
        Browser browser = people.signedIn(operator);
        String token = browser.makeToken("audited", "operator");
        service.send("POST", "/api/v1/blacklist", "{\"address\":\"91.199.1.1\"}", "Authorization", "Bearer " + token);
        browser.send("DELETE", "/api/v1/blacklist/91.199.1.1?reason=done", "");
        browser.send("POST", "/api/v1/devices", "{\"name\":\"audited-fw\"}");
        admin.send(
                "POST",
                "/api/v1/feeds",
                "{\"name\":\"audited\",\"access\":{\"kind\":\"basic\",\"user\":\"fw\","
                        + "\"password\":\"a password of a feed\"}}");
        admin.send("DELETE", "/api/v1/feeds/audited", "");
        admin.send("PUT", "/api/v1/system?why=audited", "{\"on\":false}");
        admin.send("PUT", "/api/v1/system?why=audited", "{\"on\":true}");

        List<JsonNode> byOperator = events("?who=" + operator);
        assertThat(byOperator.stream().map(AuditRestTest::summary))
                .contains(
                        "signed-in session " + operator + " via session",
                        "added token audited via session",
                        "added entry 91.199.1.1/32 via token",
                        "changed entry 91.199.1.1/32 via session",
                        "added device audited-fw via session");
        assertThat(events("?who=admin&kind=feed&subject=audited").stream().map(AuditRestTest::summary))
                .containsExactly("removed feed audited via session", "added feed audited via session");
        assertThat(events("?who=admin&kind=settings")
                        .getFirst()
                        .at("/after/why")
                        .textValue())
                .isEqualTo("switched on: audited");
        browser.send("DELETE", "/api/v1/devices/audited-fw", "");
    }

    @Test
    void whoIsRefusedIsTold() throws Exception {
        String name = people.user(Role.VIEWER);
        service.browser().signIn(name, "a wrong password");

        JsonNode refused = events("?who=" + name).getFirst();

        assertThat(refused.at("/action").textValue()).isEqualTo("refused");
        assertThat(refused.at("/actor/address").textValue()).isEqualTo("127.0.0.1");
    }

    @Test
    void noSecretIsInIt() throws Exception {
        String name = people.user(Role.OPERATOR);
        Browser browser = people.signedIn(name);
        String token = browser.makeToken("secret", "viewer");
        admin.send(
                "POST",
                "/api/v1/feeds",
                "{\"name\":\"secret\",\"access\":{\"kind\":\"basic\",\"user\":\"fw\","
                        + "\"password\":\"a password of a feed\"}}");
        admin.send("DELETE", "/api/v1/feeds/secret", "");

        String all = text(admin.get(AUDIT + "?limit=1000")) + text(admin.get(AUDIT + "/export"));

        assertThat(all)
                .contains(name)
                .doesNotContain(
                        people.handedOver(name),
                        TestPeople.PASSWORD,
                        Browser.ADMINS_PASSWORD,
                        token,
                        String.valueOf(browser.cookie()),
                        "a password of a feed",
                        "$2b$",
                        "password_hash",
                        "passwordHash",
                        "digest");
    }

    @Test
    void nobodyTakesAnythingBack() throws Exception {
        people.user(Role.VIEWER);
        for (String sql : List.of(
                "UPDATE audit_event SET who = 'somebody else'", "DELETE FROM audit_event", "TRUNCATE audit_event")) {
            assertThatThrownBy(() -> database.execute(sql)).rootCause().hasMessageContaining("only ever added");
        }
        String owner = "CREATE ROLE audit_owner; ALTER TABLE audit_event OWNER TO audit_owner; SET ROLE audit_owner; ";
        try {
            assertThatThrownBy(() -> database.execute(owner + "DELETE FROM audit_event"))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        } finally {
            database.execute("ALTER TABLE audit_event OWNER TO postgres");
        }
        assertThat(events("")).isNotEmpty();
    }

    @Test
    void pagesFollowEachOtherAndTheExportHasThemAll() throws Exception {
        for (int i = 0; i < 3; i++) {
            people.user(Role.VIEWER);
        }
        JsonNode first = json(admin.get(AUDIT + "?limit=2"));
        JsonNode second =
                json(admin.get(AUDIT + "?limit=2&before=" + first.at("/next").longValue()));

        assertThat(first.at("/events")).hasSize(2);
        assertThat(second.at("/events/0/id").longValue())
                .isLessThan(first.at("/events/1/id").longValue());
        String export = text(admin.get(AUDIT + "/export?kind=user"));
        assertThat(export.lines().findFirst()).contains("id,at,who,via,address,action,kind,subject,before,after");
        assertThat(export.lines().count()).isGreaterThan(3);
    }

    @Test
    void aQuestionThatIsNotAcceptedNamesTheField() throws Exception {
        assertThat(json(admin.get(AUDIT + "?from=yesterday")).at("/field").textValue())
                .isEqualTo("from");
        assertThat(json(admin.get(AUDIT + "?limit=0")).at("/field").textValue()).isEqualTo("limit");
    }

    private List<JsonNode> events(String query) throws Exception {
        var events = new ArrayList<JsonNode>();
        json(admin.get(AUDIT + query)).at("/events").forEach(events::add);
        return events;
    }

    private static String summary(JsonNode event) {
        return event.at("/action").textValue() + " " + event.at("/kind").textValue() + " "
                + event.at("/subject").textValue() + " via "
                + event.at("/actor/via").textValue();
    }
}
