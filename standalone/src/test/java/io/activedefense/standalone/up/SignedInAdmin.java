// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The admin at a browser. The session outlives a restart of the product, as it is in its database. */
final class SignedInAdmin {
    static final String PASSWORD = "a word that admins know";

    private static final Pattern CSRF_TOKEN = Pattern.compile("\"csrfToken\":\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String csrfToken = "";

    /** For the first time: with the password of the file, which is changed at once. */
    static SignedInAdmin first(RunningUp up) throws IOException, InterruptedException {
        var admin = new SignedInAdmin();
        String first =
                Files.readString(up.data().resolve("initial-admin-password")).strip();
        assertThat(admin.signIn(up, first).statusCode()).isEqualTo(200);
        assertThat(admin.changePassword(up, first, PASSWORD).statusCode()).isEqualTo(200);
        return admin;
    }

    HttpResponse<String> signIn(RunningUp up, String password) throws IOException, InterruptedException {
        return entered(send(up, "POST", "/api/v1/session", "{\"user\":\"admin\",\"password\":\"" + password + "\"}"));
    }

    HttpResponse<String> changePassword(RunningUp up, String present, String next)
            throws IOException, InterruptedException {
        return entered(send(
                up, "PUT", "/api/v1/account/password", "{\"present\":\"" + present + "\",\"next\":\"" + next + "\"}"));
    }

    String get(RunningUp up, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(up, "GET", path, "");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    HttpResponse<String> send(RunningUp up, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(up.url(path)))
                .header("X-CSRF-Token", csrfToken)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> entered(HttpResponse<String> response) {
        var token = CSRF_TOKEN.matcher(response.body());
        if (token.find()) {
            csrfToken = token.group(1);
        }
        return response;
    }
}
