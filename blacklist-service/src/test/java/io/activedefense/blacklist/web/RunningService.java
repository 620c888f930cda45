// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.application.Defaults;
import io.activedefense.blacklist.testing.EmptyAllowlist;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The service on a free port of loopback, as a caller meets it. Unless it is given one, Kafka is away. */
final class RunningService extends CalledService {
    static final String NO_DATABASE = "jdbc:postgresql://127.0.0.1:1/away";

    private static final Map<String, String> NO_KAFKA = Map.of("bootstrap.servers", "127.0.0.1:1");

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Path folder;
    private final Path passwordFile;

    private RunningService(Path folder, String databaseUrl, Map<String, String> kafka) {
        super(databaseUrl);
        this.folder = folder;
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
        all.put("active-defense.blacklist-service.egress.mail-ports", Integer.toString(MailPort.NUMBER));
        // So that whatever ends a search in a test is not this.
        all.put("active-defense.blacklist-service.archive.search-patience", "PT5M");
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

    @Override
    int port() {
        return server.getPort();
    }

    /** For those who come after a test that changed them. */
    void restoreFirstSettings() throws IOException, InterruptedException {
        JsonNode inForce =
                Json.STRICT.readTree(asAdmin("GET", "/api/v1/settings", "").body());
        String wish = "{\"over\":" + inForce.at("/version") + ",\"why\":\"the test is over\"}";
        HttpResponse<byte[]> restored = asAdmin("POST", "/api/v1/settings/versions/1/restore", wish);
        assertThat(restored.statusCode()).isEqualTo(200);
    }

    @Override
    Path passwordFile() {
        return passwordFile;
    }

    @Override
    public void close() {
        super.close();
        context.close();
    }
}
