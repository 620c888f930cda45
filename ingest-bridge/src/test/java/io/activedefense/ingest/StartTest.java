// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bridge does before it has read anything; Kafka is away in all of this. */
class StartTest {
    private static final String NOBODY_LISTENS = "127.0.0.1:1";

    @TempDir
    Path directory;

    @Test
    void thereIsNoBridgeWhereItIsNotEnabled() {
        try (var context = context(Map.of("active-defense.ingest-bridge.enabled", "false"))) {
            assertThat(context.containsBean(IngestLoop.class)).isFalse();
            assertThat(context.containsBean(IngestHealth.class)).isFalse();
        }
    }

    @Test
    void aSettingThatDoesNotExistIsRefused() {
        assertRefused(
                Map.of("active-defense.ingest-bridge.foldr", "/logs"),
                "active-defense.ingest-bridge: 'foldr' is not accepted; it must be one of enabled, folders, instance,"
                        + " remove-rotated-after, state-directory");
    }

    @Test
    void aSettingOutOfRangeIsRefused() {
        assertRefused(
                Map.of("active-defense.topics.partitions", "0"),
                "active-defense.topics.partitions: 0 is not accepted; it must be in 1 to 1000");
        assertRefused(
                Map.of("active-defense.ingest-bridge.instance", "a/b"),
                "active-defense.ingest-bridge.instance: a/b is not accepted; it must be 1 to 64 letters, digits, dots,"
                        + " underscores or hyphens");
        assertRefused(
                Map.of("active-defense.ingest-bridge.remove-rotated-after", "PT1M"),
                "active-defense.ingest-bridge.remove-rotated-after: PT1M is not accepted; it must be from PT5M to PT144H,"
                        + " or left out: then nothing is removed");
    }

    @Test
    void aStateDirectoryThatAnotherBridgeHoldsIsRefused() {
        try (var first = context(Map.of())) {
            assertThat(first.getBean(IngestLoop.class).alive()).isTrue();
            assertRefused(Map.of(), directory.resolve("state") + " is in use by another ingest bridge");
        }
    }

    @Test
    void itWaitsForItsFolderAndForKafkaAndSaysSo() throws IOException, InterruptedException {
        try (var context = context(Map.of())) {
            var server = context.getBean(EmbeddedServer.class).start();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !context.getBean(IngestLoop.class).foldersReadable());

            var health = get(server, "/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .contains("\"kafka-reachable\":false", "\"folders-readable\":false", "\"refused-links\":0");
            assertThat(get(server, "/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get(server, "/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(server, "/prometheus").body()).contains("active_defense_bridge_lines_total 0.0");

            Files.createDirectory(directory.resolve("logs"));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> context.getBean(IngestLoop.class).foldersReadable());
        }
    }

    @Test
    void aCheckpointOfANewerVersionEndsTheProcessWithOneLine() throws IOException, InterruptedException {
        Path checkpoint = Files.createDirectory(directory.resolve("state")).resolve("checkpoint.json");
        Files.writeString(checkpoint, "{\"version\":3}");
        var process = process();
        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(errors)
                .isEqualTo(
                        "ingest-bridge: " + checkpoint + " was written by a newer version of Active Defense (layout 3,"
                                + " this version reads 2): start that version or a newer one\n");
        assertThat(checkpoint).hasContent("{\"version\":3}");
    }

    private Process process() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                IngestBridge.class.getName());
        builder.environment().put("MICRONAUT_SERVER_PORT", "-1");
        builder.environment().put("ACTIVE_DEFENSE_KAFKA_BOOTSTRAP_SERVERS", NOBODY_LISTENS);
        builder.environment()
                .put(
                        "ACTIVE_DEFENSE_INGEST_BRIDGE_FOLDERS",
                        directory.resolve("logs").toString());
        builder.environment()
                .put(
                        "ACTIVE_DEFENSE_INGEST_BRIDGE_STATE_DIRECTORY",
                        directory.resolve("state").toString());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private void assertRefused(Map<String, Object> settings, String because) {
        assertThatThrownBy(() -> context(settings)).rootCause().hasMessage(because);
    }

    private ApplicationContext context(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "micronaut.server.port", "-1",
                "endpoints.health.details-visible", "ANONYMOUS",
                "endpoints.prometheus.sensitive", "false",
                "active-defense.kafka.bootstrap.servers", NOBODY_LISTENS,
                "active-defense.ingest-bridge.enabled", "true",
                "active-defense.ingest-bridge.folders",
                        directory.resolve("logs").toString(),
                "active-defense.ingest-bridge.state-directory",
                        directory.resolve("state").toString()));
        all.putAll(settings);
        return ApplicationContext.run(all);
    }

    private static HttpResponse<String> get(EmbeddedServer server, String path)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(server.getURL() + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
