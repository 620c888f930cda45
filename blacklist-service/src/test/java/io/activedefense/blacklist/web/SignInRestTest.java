// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.Browser.json;
import static io.activedefense.blacklist.web.Browser.setCookie;
import static io.activedefense.blacklist.web.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedService.class)
class SignInRestTest {
    private static final String SESSION = "/api/v1/session";
    private static final String ME = "/api/v1/account";

    private static RunningService service;
    private static TestDatabase database;

    private TestPeople people;

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @BeforeEach
    void meet() throws Exception {
        people = new TestPeople(service);
    }

    @Test
    void theFirstAdminSignsInWithTheFileWhichGoesWhenThePasswordChanged(@TempDir Path folder) throws Exception {
        try (var fresh = new TestDatabase();
                var first = RunningService.start(folder, fresh.url())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.passwordFile())))
                    .isEqualTo("rw-------");
            String password = Files.readString(first.passwordFile()).strip();
            assertThat(password).hasSizeGreaterThan(40);
            Browser admin = first.browser();

            JsonNode in = json(admin.signIn("admin", password));
            assertThat(in.at("/mustChangePassword").booleanValue()).isTrue();
            assertThat(admin.get("/api/v1/settings").statusCode()).isEqualTo(403);
            assertThat(admin.get("/api/v1/tokens").statusCode()).isEqualTo(403);
            assertThat(admin.get(SESSION).statusCode()).isEqualTo(200);

            assertThat(admin.changePassword(password, Browser.ADMINS_PASSWORD).statusCode())
                    .isEqualTo(200);
            assertThat(admin.get("/api/v1/settings").statusCode()).isEqualTo(200);
            assertThat(first.passwordFile()).doesNotExist();
            assertThat(first.browser().signIn("admin", password).statusCode()).isEqualTo(401);
            try (var files = Files.list(folder)) {
                assertThat(files.map(Path::getFileName).map(Path::toString))
                        .noneMatch(file -> file.contains("password"));
            }
        }
    }

    @Test
    void aPasswordThatIsGivenIsTheFirst(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("initial-admin-password"), "given by the operator\n");

        try (var fresh = new TestDatabase();
                var first = RunningService.start(folder, fresh.url())) {
            assertThat(first.browser().signIn("admin", "given by the operator").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whereThereAreUsersNoFileIsMadeAndNoneIsLookedAt(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("initial-admin-password"), "of no use at all\n");

        try (var another = RunningService.start(folder, database.url())) {
            assertThat(another.browser().signIn("admin", "of no use at all").statusCode())
                    .isEqualTo(401);
            assertThat(another.browser()
                            .signIn("admin", Browser.ADMINS_PASSWORD)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theCookieIsForTheServerAlone() throws Exception {
        HttpResponse<byte[]> in = service.browser().signIn("admin", Browser.ADMINS_PASSWORD);

        assertThat(setCookie(in).orElseThrow())
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict", "Path=/")
                .doesNotContain("Max-Age", "Expires", "Domain");
        assertThat(json(in).at("/user").textValue()).isEqualTo("admin");
        assertThat(json(in).at("/role").textValue()).isEqualTo("admin");
        assertThat(text(in)).doesNotContain(cookie(in));
    }

    /** Whoever planted a secret in the browser before knows nothing of the session behind it. */
    @Test
    void signingInMakesAnotherSecretAndEndsTheSessionBefore() throws Exception {
        Browser browser = people.signedIn(people.user(Role.VIEWER));
        String before = browser.cookie();
        Browser thief = service.browser();
        thief.hasCookie(before);
        assertThat(thief.get(SESSION).statusCode()).isEqualTo(200);

        browser.signIn("admin", Browser.ADMINS_PASSWORD);

        assertThat(browser.cookie()).isNotEqualTo(before);
        assertThat(thief.get(SESSION).statusCode()).isEqualTo(401);
        Browser planted = service.browser();
        planted.hasCookie("chosen-by-somebody-else");
        planted.signIn("admin", Browser.ADMINS_PASSWORD);
        assertThat(planted.cookie()).isNotEqualTo("chosen-by-somebody-else");
    }

    @Test
    void aWrongNameAndAWrongPasswordAreAnsweredAlike() throws Exception {
        HttpResponse<byte[]> wrongName = service.browser().signIn("nobody-at-all", "some password");
        HttpResponse<byte[]> wrongPassword = service.browser().signIn(people.user(Role.VIEWER), "some password");

        assertThat(wrongName.statusCode()).isEqualTo(401);
        assertThat(text(wrongName)).isEqualTo(text(wrongPassword)).doesNotContain("nobody-at-all", "some password");
        assertThat(setCookie(wrongName)).isEmpty();
    }

    @Test
    void whoGuessesWaitsAndTheUserDoesNotLearnItFromThePassword() throws Exception {
        String user = people.user(Role.VIEWER);
        Browser guesser = service.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.signIn(user, "guess number " + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<byte[]> right = guesser.signIn(user, people.handedOver(user));

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValueAsLong("retry-after").orElseThrow())
                .isBetween(1L, 2L);
        assertThat(service.browser()
                        .signIn(people.user(Role.VIEWER), "another one")
                        .statusCode())
                .as("others are not held up by it")
                .isEqualTo(401);
    }

    @Test
    void aChangeNeedsTheTokenOfTheSession() throws Exception {
        Browser operator = people.signedIn(people.user(Role.OPERATOR));
        String entry = "{\"address\":\"nowhere\"}";

        assertThat(operator.sendCookieOnly("POST", "/api/v1/blacklist", entry).statusCode())
                .isEqualTo(403);
        assertThat(operator.sendCookieOnly("POST", "/api/v1/blacklist", entry, SessionCookie.CSRF_HEADER, "guessed")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.sendCookieOnly("GET", "/api/v1/blacklist", "").statusCode())
                .isEqualTo(200);
        assertThat(operator.send("POST", "/api/v1/blacklist", entry).statusCode())
                .as("read, and refused for what it says")
                .isEqualTo(400);
    }

    @Test
    void whoSignsOutIsOutAtOnce() throws Exception {
        Browser browser = people.signedIn(people.user(Role.VIEWER));

        HttpResponse<byte[]> out = browser.send("DELETE", SESSION, "");

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(setCookie(out).orElseThrow()).contains("Max-Age=0");
        assertThat(browser.get(SESSION).statusCode()).isEqualTo(401);
    }

    @Test
    void oneSeesOnesOwnSessionsAndEndsThem() throws Exception {
        String user = people.user(Role.VIEWER);
        Browser here = people.signedIn(user);
        Browser there = service.browser();
        there.signIn(user, TestPeople.PASSWORD);

        JsonNode sessions = json(here.get(ME + "/sessions")).at("/sessions");
        assertThat(sessions)
                .hasSize(2)
                .allSatisfy(
                        session -> assertThat(session.at("/user").textValue()).isEqualTo(user));
        long other = sessions.at("/0/own").booleanValue()
                ? sessions.at("/1/id").longValue()
                : sessions.at("/0/id").longValue();

        assertThat(people.signedIn(people.user(Role.VIEWER))
                        .send("DELETE", ME + "/sessions/" + other, "")
                        .statusCode())
                .as("not another one's")
                .isEqualTo(404);
        assertThat(here.send("DELETE", ME + "/sessions/" + other, "").statusCode())
                .isEqualTo(204);
        assertThat(there.get(SESSION).statusCode()).isEqualTo(401);
        assertThat(here.get(SESSION).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherPasswordEndsAllSessionsButGoesOnHere() throws Exception {
        String user = people.user(Role.VIEWER);
        Browser here = people.signedIn(user);
        String before = here.cookie();
        Browser there = service.browser();
        there.signIn(user, TestPeople.PASSWORD);

        assertThat(here.changePassword("not the present one", "some other password")
                        .statusCode())
                .isEqualTo(401);
        assertThat(here.changePassword(TestPeople.PASSWORD, "some other password")
                        .statusCode())
                .isEqualTo(200);

        assertThat(here.cookie()).isNotEqualTo(before);
        assertThat(here.get(SESSION).statusCode()).isEqualTo(200);
        assertThat(there.get(SESSION).statusCode()).isEqualTo(401);
    }

    @Test
    void aBadPasswordIsRefusedByItsFieldAndNotEchoed() throws Exception {
        Browser browser = people.signedIn(people.user(Role.VIEWER));
        for (String bad : List.of("short", "aaaaaaaaaaaaaaaaaaa", TestPeople.PASSWORD)) {
            HttpResponse<byte[]> refused = browser.changePassword(TestPeople.PASSWORD, bad);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused).at("/field").textValue()).isEqualTo("next");
            assertThat(text(refused)).doesNotContain(bad);
        }
        assertThat(browser.get(SESSION).statusCode()).isEqualTo(200);
    }

    private static String cookie(HttpResponse<byte[]> response) {
        return setCookie(response).orElseThrow().replaceAll("^[^=]*=([^;]*);.*$", "$1");
    }
}
