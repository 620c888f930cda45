// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.people.Role;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Users for tests, made by an admin who is signed in, as an admin would. */
final class TestPeople {
    static final String PASSWORD = "a word of somebody's own";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningService service;
    private final Browser admin;
    private final Map<String, String> handedOver = new HashMap<>();

    TestPeople(RunningService service) throws Exception {
        this.service = service;
        this.admin = service.browser();
        admin.signInAsAdmin();
    }

    Browser admin() {
        return admin;
    }

    /** A user who has not signed in yet. */
    String user(Role role) throws Exception {
        String word = role.name().toLowerCase(Locale.ROOT);
        String name = word + "-" + NUMBER.incrementAndGet();
        HttpResponse<byte[]> made =
                admin.send("POST", "/api/v1/users", "{\"name\":\"" + name + "\",\"role\":\"" + word + "\"}");
        assertThat(made.statusCode()).as(Browser.text(made)).isEqualTo(201);
        handedOver.put(name, Browser.json(made).at("/password").textValue());
        return name;
    }

    String handedOver(String user) {
        return Objects.requireNonNull(handedOver.get(user), user);
    }

    /** For the first time, so with another password now. */
    Browser signedIn(String user) throws Exception {
        Browser browser = service.browser();
        assertThat(browser.signIn(user, handedOver(user)).statusCode()).isEqualTo(200);
        assertThat(browser.changePassword(handedOver(user), PASSWORD).statusCode())
                .isEqualTo(200);
        return browser;
    }
}
