// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.application.Defaults;
import io.activedefense.blacklist.testing.EmptyAllowlist;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The service on a free port of loopback, as a caller meets it. Unless it is given one, Kafka is away. */
final class RunningService implements AutoCloseable {
    static final String NO_DATABASE = "jdbc:postgresql://127.0.0.1:1/away";

    private static final Map<String, String> NO_KAFKA = Map.of("bootstrap.servers", "127.0.0.1:1");

    /** By database: a service that starts again on one finds its users there. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Path folder;
    private final Path passwordFile;
    private final String databaseUrl;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningService(Path folder, String databaseUrl, Map<String, String> kafka) {
        this.folder = folder;
        this.databaseUrl = databaseUrl;
        this.passwordFile = folder.resolve("initial-admin-password");
        var all = new HashMap<>(Defaults.of("blacklist-service"));
        all.put("datasources.default.url", databaseUrl);
        all.put("datasources.default.username", "postgres");
        all.put("datasources.default.password", "postgres");
        all.put("active-defense.topics.partitions", "1");
        all.put("active-defense.topics.replication-factor", "1");
        kafka.forEach((key, value) -> all.put("active-defense.kafka." + key, value));
        all.put("micronaut.server.host", "127.0.0.1");
        all.put("micronaut.server.port", "-1");
        all.put("active-defense.blacklist-service.enabled", "true");
        all.put("active-defense.blacklist-service.state-directory", folder.toString());
        all.put("active-defense.blacklist-service.admin-password-file", passwordFile.toString());
        all.put(EmptyAllowlist.PROPERTY, EmptyAllowlist.in(folder));
        this.context =
                ApplicationContext.builder().properties(all).banner(false).start();
        this.server = context.getBean(EmbeddedServer.class).start();
    }

    static RunningService start(Path folder, String databaseUrl) {
        return new RunningService(folder, databaseUrl, NO_KAFKA);
    }

    static RunningService start(Path folder, String databaseUrl, KafkaConnection kafka) {
        return new RunningService(folder, databaseUrl, kafka.properties());
    }

    /** Where it keeps its state, and the password. */
    Path folder() {
        return folder;
    }

    ApplicationContext context() {
        return context;
    }

    int port() {
        return server.getPort();
    }

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

    /** For those who come after a test that changed them. */
    void restoreFirstSettings() throws IOException, InterruptedException {
        JsonNode inForce =
                Json.STRICT.readTree(asAdmin("GET", "/api/v1/settings", "").body());
        String wish = "{\"over\":" + inForce.at("/version") + ",\"why\":\"the test is over\"}";
        HttpResponse<byte[]> restored = asAdmin("POST", "/api/v1/settings/versions/1/restore", wish);
        assertThat(restored.statusCode()).isEqualTo(200);
    }

    Path passwordFile() {
        return passwordFile;
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
        context.close();
    }
}
