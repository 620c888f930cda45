// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.Browser.json;
import static io.activedefense.blacklist.web.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.people.Role;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedService.class)
class PeopleRestTest {
    private static final String USERS = "/api/v1/users";
    private static final String GROUPS = "/api/v1/groups";
    private static final String TOKENS = "/api/v1/tokens";

    private static RunningService service;

    private TestPeople people;
    private Browser admin;

    @BeforeAll
    static void start(RunningService running) {
        service = running;
    }

    @BeforeEach
    void meet() throws Exception {
        people = new TestPeople(service);
        admin = people.admin();
    }

    @Test
    void aUserMayWhatTheGroupsMayToo() throws Exception {
        String name = people.user(Role.VIEWER);
        Browser browser = people.signedIn(name);
        assertThat(browser.send("POST", "/api/v1/blacklist", "{}").statusCode()).isEqualTo(403);

        assertThat(admin.send("POST", GROUPS, group("night-shift", "operator", name))
                        .statusCode())
                .isEqualTo(201);

        assertThat(browser.send("POST", "/api/v1/blacklist", "{}").statusCode())
                .as("with the next call")
                .isEqualTo(400);
        assertThat(json(browser.get("/api/v1/session")).at("/role").textValue()).isEqualTo("operator");
        JsonNode user = userOf(name);
        assertThat(user.at("/ownRole").textValue()).isEqualTo("viewer");
        assertThat(user.at("/groups/0").textValue()).isEqualTo("night-shift");

        assertThat(admin.send("DELETE", GROUPS + "/night-shift", "").statusCode())
                .isEqualTo(204);
        assertThat(browser.send("POST", "/api/v1/blacklist", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsDisabledIsOutWithSessionAndToken() throws Exception {
        String name = people.user(Role.OPERATOR);
        Browser browser = people.signedIn(name);
        String token = browser.makeToken("script", "viewer");
        assertThat(with(token, "/api/v1/blacklist")).isEqualTo(200);

        assertThat(admin.send("PUT", USERS + "/" + name, "{\"role\":\"operator\",\"disabled\":true}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
        assertThat(with(token, "/api/v1/blacklist")).isEqualTo(401);
        assertThat(service.browser().signIn(name, TestPeople.PASSWORD).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPasswordThatAnAdminGivesIsOnlyGoodForBeingChanged() throws Exception {
        String name = people.user(Role.VIEWER);
        Browser browser = people.signedIn(name);
        String token = browser.makeToken("script", "viewer");

        HttpResponse<byte[]> reset = admin.send("POST", USERS + "/" + name + "/password", "");

        String password = json(reset).at("/password").textValue();
        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
        assertThat(with(token, "/api/v1/blacklist")).isEqualTo(401);
        Browser again = service.browser();
        assertThat(again.signIn(name, password).statusCode()).isEqualTo(200);
        assertThat(again.get("/api/v1/blacklist").statusCode()).isEqualTo(403);
        assertThat(again.changePassword(password, "the next password").statusCode())
                .isEqualTo(200);
        assertThat(again.get("/api/v1/blacklist").statusCode()).isEqualTo(200);
    }

    @Test
    void theLastAdminStays() throws Exception {
        String name = people.user(Role.ADMIN);
        Browser other = people.signedIn(name);
        for (JsonNode user : json(admin.get(USERS)).at("/users")) {
            String others = user.at("/name").textValue();
            if (!others.equals(name) && user.at("/role").textValue().equals("admin") && !others.equals("admin")) {
                assertThat(other.send("DELETE", USERS + "/" + others, "").statusCode())
                        .isEqualTo(204);
            }
        }
        assertThat(other.send("PUT", USERS + "/admin", "{\"role\":\"viewer\"}").statusCode())
                .isEqualTo(200);

        for (String last : new String[] {"{\"role\":\"viewer\"}", "{\"role\":\"admin\",\"disabled\":true}"}) {
            HttpResponse<byte[]> refused = other.send("PUT", USERS + "/" + name, last);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(text(refused)).contains("Nobody would be left");
        }
        assertThat(other.send("DELETE", USERS + "/" + name, "").statusCode()).isEqualTo(409);
        assertThat(other.get(USERS).statusCode()).as("nothing was changed").isEqualTo(200);

        assertThat(other.send("PUT", USERS + "/admin", "{\"role\":\"admin\"}").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | /api/v1/users  | {`role`:`viewer`}                           | 400 | name",
                "POST | /api/v1/users  | {`name`:`Anna`}                             | 400 | name",
                "POST | /api/v1/users  | {`name`:`anna`,`role`:`root`}               | 400 | role",
                "POST | /api/v1/users  | {`name`:`anna`,`groups`:[`no-such-group`]}  | 400 | groups",
                "POST | /api/v1/users  | {`name`:`anna`,`password`:`mine`}           | 400 | password",
                "PUT  | /api/v1/users/admin | {`name`:`anna`}                        | 400 | name",
                "POST | /api/v1/groups | {`name`:`staff`}                            | 400 | role",
                "POST | /api/v1/groups | {`name`:`staff`,`role`:`viewer`,`members`:[`no-such-user`]} | 400 | members",
                "POST | /api/v1/tokens | {`role`:`viewer`}                           | 400 | name",
                "POST | /api/v1/tokens | {`name`:`t`,`expiresAt`:`2001-01-01T00:00:00Z`} | 400 | expiresAt",
                "POST | /api/v1/tokens | {`name`:`t`,`expiresAt`:`2999-01-01T00:00:00Z`} | 400 | expiresAt"
            })
    void whatIsNotAcceptedNamesTheField(String method, String path, String body, int status, String field)
            throws Exception {
        HttpResponse<byte[]> refused = admin.send(method, path, body.replace('`', '"'));

        assertThat(refused.statusCode()).as(text(refused)).isEqualTo(status);
        assertThat(json(refused).at("/field").textValue()).isEqualTo(field);
    }

    @Test
    void namesAreTakenOnceAndUnknownOnesAreNotThere() throws Exception {
        String name = people.user(Role.VIEWER);

        assertThat(admin.send("POST", USERS, "{\"name\":\"" + name + "\"}").statusCode())
                .isEqualTo(409);
        assertThat(admin.send("PUT", USERS + "/no-such-user", "{}").statusCode())
                .isEqualTo(404);
        assertThat(admin.send("DELETE", USERS + "/no-such-user", "").statusCode())
                .isEqualTo(404);
        assertThat(admin.send("POST", USERS + "/no-such-user/password", "").statusCode())
                .isEqualTo(404);
        assertThat(admin.send("DELETE", GROUPS + "/no-such-group", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTokenIsToldOnceIsNeverMoreThanItsUserAndIsWithdrawn() throws Exception {
        String name = people.user(Role.OPERATOR);
        Browser browser = people.signedIn(name);
        assertThat(json(browser.send("POST", TOKENS, "{\"name\":\"too-much\",\"role\":\"admin\"}"))
                        .at("/accepted")
                        .textValue())
                .isEqualTo("operator at most");
        String token = browser.makeToken("script", "operator");

        assertThat(token).startsWith("adt_");
        assertThat(text(browser.get(TOKENS))).contains("script").doesNotContain(token);
        assertThat(service.send("POST", "/api/v1/blacklist", "{}", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(400);
        assertThat(json(browser.get(TOKENS)).at("/tokens/0/usedAt").textValue()).isNotNull();

        admin.send("PUT", USERS + "/" + name, "{\"role\":\"viewer\"}");
        assertThat(service.send("POST", "/api/v1/blacklist", "{}", "Authorization", "Bearer " + token)
                        .statusCode())
                .as("never more than its user")
                .isEqualTo(403);

        long id = json(browser.get(TOKENS)).at("/tokens/0/id").longValue();
        assertThat(people.signedIn(people.user(Role.OPERATOR))
                        .send("DELETE", TOKENS + "/" + id, "")
                        .statusCode())
                .as("not another one's")
                .isEqualTo(404);
        assertThat(browser.send("DELETE", TOKENS + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(with(token, "/api/v1/blacklist")).isEqualTo(401);
    }

    @Test
    void aTokenEndsAtItsTime() throws Exception {
        Browser browser = people.signedIn(people.user(Role.VIEWER));
        String soon =
                Instant.now().plusMillis(1_500).truncatedTo(ChronoUnit.MILLIS).toString();
        HttpResponse<byte[]> made = browser.send("POST", TOKENS, "{\"name\":\"short\",\"expiresAt\":\"" + soon + "\"}");
        String token = json(made).at("/secret").textValue();

        org.awaitility.Awaitility.await().until(() -> with(token, "/api/v1/blacklist") == 401);
        assertThat(Instant.now()).isAfter(Instant.parse(soon));
    }

    @Test
    void anAdminSeesWhoIsSignedInAndEndsIt() throws Exception {
        String name = people.user(Role.VIEWER);
        Browser browser = people.signedIn(name);

        JsonNode session = null;
        for (JsonNode one : json(admin.get("/api/v1/sessions")).at("/sessions")) {
            session = one.at("/user").textValue().equals(name) ? one : session;
        }

        assertThat(session).isNotNull();
        assertThat(session.at("/address").textValue()).isEqualTo("127.0.0.1");
        assertThat(admin.send("DELETE", "/api/v1/sessions/" + session.at("/id").longValue(), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
    }

    private JsonNode userOf(String name) throws Exception {
        for (JsonNode user : json(admin.get(USERS)).at("/users")) {
            if (user.at("/name").textValue().equals(name)) {
                return user;
            }
        }
        throw new AssertionError(name);
    }

    private static String group(String name, String role, String member) {
        return "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"members\":[\"" + member + "\"]}";
    }

    private static int with(String token, String path) throws Exception {
        return service.get(path, "Authorization", "Bearer " + token).statusCode();
    }
}
