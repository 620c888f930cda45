// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.config.ResetPassword;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As whoever has the machine does it. */
@ExtendWith(SharedService.class)
class ResetPasswordTest {
    private static RunningService service;
    private static TestDatabase database;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start(RunningService running, TestDatabase its) {
        service = running;
        database = its;
    }

    @Test
    void theUserIsSignedOutAndComesInWithWhatIsPrinted() throws Exception {
        var people = new TestPeople(service);
        String name = people.user(Role.VIEWER);
        Browser before = people.signedIn(name);

        assertThat(reset(name, database.url())).isZero();

        assertThat(before.get("/api/v1/session").statusCode()).isEqualTo(401);
        assertThat(service.browser().signIn(name, TestPeople.PASSWORD).statusCode())
                .isEqualTo(401);
        String password = out.toString(UTF_8).strip();
        assertThat(Browser.json(service.browser().signIn(name, password))
                        .at("/mustChangePassword")
                        .booleanValue())
                .isTrue();
        assertThat(Browser.text(people.admin().get("/api/v1/audit?kind=user&subject=" + name + "&limit=1")))
                .contains("command line", "\"via\":\"command\"");
    }

    @Test
    void aUserWhoIsNotThereAndADatabaseThatIsAwayAreToldInALine() {
        assertThat(reset("no-such-user", database.url())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("There is no user no-such-user");
        err.reset();

        assertThat(reset("admin", RunningService.NO_DATABASE)).isEqualTo(1);
        assertThat(err.toString(UTF_8)).hasLineCount(1).contains("can't be reset");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private int reset(String user, String url) {
        Map<String, String> settings = Map.of(
                "datasources.default.url", url,
                "datasources.default.username", "postgres",
                "datasources.default.password", "postgres");
        return ResetPassword.of(
                user,
                key -> settings.getOrDefault(key, ""),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
