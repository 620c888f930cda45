// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on a port of loopback, as a caller meets it; every exchange is held against the API's description. */
abstract class CalledService implements AutoCloseable {
    /** By database: a service that starts again on one finds its users there. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String databaseUrl;
    private final HttpClient client = HttpClient.newHttpClient();

    CalledService(String databaseUrl) {
        this.databaseUrl = databaseUrl;
    }

    abstract int port();

    /** Of the first admin's password, as long as nobody has changed it. */
    abstract Path passwordFile();

    /** As nobody; headers as name, value, name, value. */
    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<byte[]> asAdmin(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(method, path, body, with("Authorization", adminAuthorization(), headers));
    }

    /** As a browser that is signed in. */
    Browser browser() {
        return new Browser(this);
    }

    String adminAuthorization() throws IOException, InterruptedException {
        return "Bearer " + adminToken();
    }

    /** Of an admin who has changed the first password; tokens outlive what a test does to sessions. */
    private synchronized String adminToken() throws IOException, InterruptedException {
        String known = TOKENS.get(databaseUrl);
        if (known == null) {
            Browser admin = browser();
            admin.signInAsAdmin();
            known = admin.makeToken("tests-" + NUMBER.incrementAndGet(), "admin");
            TOKENS.put(databaseUrl, known);
        }
        return known;
    }

    static String[] with(String name, String value, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    HttpResponse<byte[]> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty() && !Arrays.asList(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        ApiContract.check(method, path, contentType(headers), body, response);
        return response;
    }

    private static String contentType(String... headers) {
        int named = Arrays.asList(headers).indexOf("Content-Type");
        return named < 0 ? "application/json" : headers[named + 1];
    }

    static String credentials(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
