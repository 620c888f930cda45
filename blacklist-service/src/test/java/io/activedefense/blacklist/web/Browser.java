// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.CalledService.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.contracts.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser with the page: it keeps the cookie that it was given, and sends the token along with changes. */
final class Browser {
    static final String ADMINS_PASSWORD = "a word that admins know";

    private static final String COOKIE = "active-defense-session";

    private final CalledService service;
    private @Nullable String cookie;
    private String csrfToken = "";

    Browser(CalledService service) {
        this.service = service;
    }

    /** Also where the first password has yet to be changed. */
    void signInAsAdmin() throws IOException, InterruptedException {
        if (signIn("admin", ADMINS_PASSWORD).statusCode() == 200) {
            return;
        }
        String first = Files.readString(service.passwordFile()).strip();
        assertThat(signIn("admin", first).statusCode()).isEqualTo(200);
        assertThat(changePassword(first, ADMINS_PASSWORD).statusCode()).isEqualTo(200);
    }

    HttpResponse<byte[]> signIn(String user, String password) throws IOException, InterruptedException {
        return entered(
                send("POST", "/api/v1/session", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}"));
    }

    HttpResponse<byte[]> changePassword(String present, String next) throws IOException, InterruptedException {
        return entered(
                send("PUT", "/api/v1/account/password", "{\"present\":\"" + present + "\",\"next\":\"" + next + "\"}"));
    }

    String makeToken(String name, String role) throws IOException, InterruptedException {
        HttpResponse<byte[]> made =
                send("POST", "/api/v1/tokens", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}");
        assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
        return json(made).at("/secret").textValue();
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    HttpResponse<byte[]> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        String[] all = cookie == null ? headers : with("Cookie", COOKIE + "=" + cookie, headers);
        return service.send(method, path, body, with(SessionCookie.CSRF_HEADER, csrfToken, all));
    }

    /** The same browser, balanced to another instance. */
    Browser at(CalledService other) {
        var there = new Browser(other);
        there.cookie = cookie;
        there.csrfToken = csrfToken;
        return there;
    }

    /** As a page of another site can make it: the cookie goes along, nothing else does. */
    HttpResponse<byte[]> sendCookieOnly(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return service.send(method, path, body, with("Cookie", COOKIE + "=" + cookie, headers));
    }

    @Nullable String cookie() {
        return cookie;
    }

    void hasCookie(@Nullable String value) {
        cookie = value;
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return Json.STRICT.readTree(response.body());
    }

    static Optional<String> setCookie(HttpResponse<byte[]> response) {
        return response.headers().firstValue("set-cookie");
    }

    private HttpResponse<byte[]> entered(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() == 200) {
            csrfToken = json(response).at("/csrfToken").textValue();
            cookie = setCookie(response).orElseThrow().replaceAll("^[^=]*=([^;]*);.*$", "$1");
        }
        return response;
    }
}
