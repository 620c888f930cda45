// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.certificate.Certificates;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.kafka.Topics;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Kafka and PostgreSQL that take nobody without TLS and a password, and a service that has its passwords from files. */
@Execution(ExecutionMode.CONCURRENT)
class SecuredConnectionsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DATABASE_PASSWORD = "a word that the database knows";
    private static final String KEYSTORE_PASSWORD = "a word for a keystore";
    private static final String ADMIN_PASSWORD = "the first of all words";
    private static final String KAFKA_PASSWORD = "a word that Kafka knows";
    private static final String JAAS =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"service\" password=\""
                    + KAFKA_PASSWORD + "\";";

    @TempDir
    Path folder;

    private Path authority;
    private TestKafka kafka;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() throws Exception {
        authority = Files.write(folder.resolve("ca.pem"), Certificates.trusted());
        Files.writeString(folder.resolve("admin-password"), ADMIN_PASSWORD);
        kafka = securedKafka();
        postgres = securedPostgres();
    }

    @AfterEach
    void stop() throws IOException {
        kafka.close();
        postgres.close();
    }

    @Test
    void areUsedWithCredentialsThatNobodySees() throws Exception {
        try (var service = new ServiceProcess(folder.resolve("service"), url(authority), environment(authority))) {
            await().atMost(PATIENCE).until(service::isUp);
            HttpResponse<byte[]> added = service.asAdmin("POST", "/api/v1/blacklist", "{\"address\":\"91.198.1.7\"}");
            assertThat(added.statusCode()).isEqualTo(201);

            await().atMost(PATIENCE)
                    .until(() -> kafka.read(Topics.BLACKLIST).stream()
                            .anyMatch(entry -> entry.key().equals("91.198.1.7")));
            assertThat(plainConnections()).isZero();
            assertThat(service.seenFromOutside() + service.log())
                    .doesNotContain(DATABASE_PASSWORD, KAFKA_PASSWORD, ADMIN_PASSWORD);
        }
    }

    @Test
    void areNotUsedWhereTheirCertificateIsNobodysWhomTheServiceTrusts() throws Exception {
        Path stranger = folder.resolve("stranger.pem");
        Certificates.writeStrangerInto(stranger);
        try (var service = new ServiceProcess(folder.resolve("service"), url(stranger), environment(stranger))) {
            await().atMost(PATIENCE)
                    .until(service::log, log -> log.contains("PKIX") || log.contains("certification path"));
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> service.get("/files/blacklist.txt").statusCode() == 503);
            assertThat(kafka.topicNames()).doesNotContain(Topics.BLACKLIST.name());
        }
    }

    private String url(Path trusted) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/activedefense?sslmode=verify-full&sslrootcert="
                + trusted;
    }

    private Map<String, String> environment(Path trusted) throws IOException {
        return Map.of(
                "DATASOURCES_DEFAULT_USERNAME",
                "service",
                "DATASOURCES_DEFAULT_PASSWORD_FILE",
                file("database-password", DATABASE_PASSWORD),
                "ACTIVE_DEFENSE_KAFKA_BOOTSTRAP_SERVERS",
                kafka.connection().properties().get("bootstrap.servers"),
                "ACTIVE_DEFENSE_KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "ACTIVE_DEFENSE_KAFKA_SASL_MECHANISM",
                "PLAIN",
                "ACTIVE_DEFENSE_KAFKA_SASL_JAAS_CONFIG_FILE",
                file("jaas", JAAS),
                "ACTIVE_DEFENSE_KAFKA_SSL_TRUSTSTORE_TYPE",
                "PEM",
                "ACTIVE_DEFENSE_KAFKA_SSL_TRUSTSTORE_LOCATION",
                trusted.toString());
    }

    private TestKafka securedKafka() throws Exception {
        Path keystore = folder.resolve("kafka.p12");
        Certificates.writeInto(keystore, Instant.now(), KEYSTORE_PASSWORD);
        return TestKafka.secured(
                JAAS,
                Map.of(
                        "ssl.keystore.type",
                        "PKCS12",
                        "ssl.keystore.location",
                        keystore.toString(),
                        "ssl.keystore.password",
                        KEYSTORE_PASSWORD,
                        "ssl.key.password",
                        KEYSTORE_PASSWORD,
                        "ssl.truststore.type",
                        "PEM",
                        "ssl.truststore.location",
                        authority.toString()));
    }

    private EmbeddedPostgres securedPostgres() throws IOException, SQLException {
        Path key = folder.resolve("postgres.pem");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Certificates.writeInto(key, Instant.now());
        Path data = folder.resolve("postgres");
        var started = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", key.toString())
                .setServerConfig("ssl_key_file", key.toString())
                .start();
        try (var connection = started.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE service LOGIN PASSWORD '" + DATABASE_PASSWORD + "'");
            statement.execute("CREATE DATABASE activedefense OWNER service");
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "host all postgres samehost trust\nhostssl activedefense service samehost scram-sha-256\n",
                    StandardOpenOption.TRUNCATE_EXISTING);
            statement.execute("SELECT pg_reload_conf()");
        }
        return started;
    }

    /** Of the service, by what the server knows of them. */
    private int plainConnections() throws SQLException {
        String sql = """
                SELECT count(*) FILTER (WHERE NOT pg_stat_ssl.ssl), count(*) FROM pg_stat_ssl
                JOIN pg_stat_activity USING (pid) WHERE usename = 'service'
                """;
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            assertThat(row.getInt(2)).isPositive();
            return row.getInt(1);
        }
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content + "\n").toString();
    }
}
