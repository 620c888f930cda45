// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.BlacklistService;
import io.activedefense.blacklist.testing.StoppablePostgres;
import io.activedefense.contracts.kafka.KafkaConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service as its container runs it: a process of its own, told by its environment, that can be killed. */
final class ServiceProcess extends CalledService {
    private static final String LEADS = "active_defense_blacklist_relay_leading 1.0";

    private final int port = StoppablePostgres.freePort();
    private final Path folder;
    private final Map<String, String> environment;
    private @Nullable Process process;

    ServiceProcess(Path folder, String databaseUrl, KafkaConnection kafka) throws IOException {
        this(folder, databaseUrl, reaching(kafka));
    }

    /** One that files log records, and nothing else. */
    static ServiceProcess archiver(Path folder, String databaseUrl, KafkaConnection kafka) throws IOException {
        var environment = new HashMap<>(reaching(kafka));
        environment.put("ACTIVE_DEFENSE_BLACKLIST_SERVICE_LIST_ENABLED", "false");
        return new ServiceProcess(folder, databaseUrl, environment);
    }

    /** How it reaches the database and Kafka stands in the environment. */
    ServiceProcess(Path folder, String databaseUrl, Map<String, String> environment) throws IOException {
        super(databaseUrl);
        this.folder = Files.createDirectories(folder);
        this.environment = new HashMap<>(environment);
        this.environment.putAll(Map.of(
                "MICRONAUT_SERVER_PORT",
                String.valueOf(port),
                "DATASOURCES_DEFAULT_URL",
                databaseUrl,
                "ACTIVE_DEFENSE_TOPICS_PARTITIONS",
                "1",
                "ACTIVE_DEFENSE_TOPICS_REPLICATION_FACTOR",
                "1",
                "ACTIVE_DEFENSE_BLACKLIST_SERVICE_STATE_DIRECTORY",
                folder.toString(),
                "ACTIVE_DEFENSE_BLACKLIST_SERVICE_ADMIN_PASSWORD_FILE",
                passwordFile().toString()));
        start();
    }

    private static Map<String, String> reaching(KafkaConnection kafka) {
        return Map.of(
                "DATASOURCES_DEFAULT_USERNAME",
                "postgres",
                "DATASOURCES_DEFAULT_PASSWORD",
                "postgres",
                "ACTIVE_DEFENSE_KAFKA_BOOTSTRAP_SERVERS",
                kafka.properties().get("bootstrap.servers"));
    }

    void start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPath,
                BlacklistService.class.getName());
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /** At once, as a machine's loss would. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    boolean isUp() throws InterruptedException {
        assertThat(process).as(() -> "ended: " + log()).matches(Process::isAlive);
        try {
            return get("/api/v1/session").statusCode() == 401;
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    /** Whether it is the one that publishes. */
    boolean leads() throws IOException, InterruptedException {
        return text(asAdmin("GET", "/prometheus", "")).contains(LEADS);
    }

    String etag() throws IOException, InterruptedException {
        return get("/files/blacklist.txt").headers().firstValue("etag").orElse("");
    }

    @Override
    int port() {
        return port;
    }

    /** All instances are handed the same secret. */
    @Override
    Path passwordFile() {
        return folder.resolveSibling("admin-password");
    }

    @Override
    public void close() {
        super.close();
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** What it has said. */
    String log() {
        return read(folder.resolve("log"));
    }

    /** What others on its machine may see of it: its command line and its environment. */
    String seenFromOutside() {
        Path proc =
                Path.of("/proc", String.valueOf(Objects.requireNonNull(process).pid()));
        return read(proc.resolve("cmdline")) + read(proc.resolve("environ"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
