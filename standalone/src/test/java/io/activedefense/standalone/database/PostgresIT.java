// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.data.Ports;
import io.activedefense.standalone.server.Supervision;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One installation for all tests: each leaves the server running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PostgresIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private DataFolder data;
    private Postgres postgres;
    private Supervision supervision;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = DataFolder.open(folder.resolve("data"));
        startOnData();
    }

    @AfterAll
    void stop() throws IOException {
        supervision.close();
        data.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void isDurable(String setting) throws SQLException {
        try (var connection = connection()) {
            assertThat(firstValue(connection, "SHOW " + setting)).isEqualTo("on");
        }
    }

    @Test
    void refusesAnotherPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void isStartedAgainWithItsDataWhenItsProcessIsKilled() throws Exception {
        execute("CREATE TABLE before_kill AS SELECT 42 AS answer");
        var killed = server();
        assertThat(killed.destroyForcibly()).isTrue();
        await().atMost(LONG).ignoreExceptionsInstanceOf(SQLException.class).untilAsserted(() -> {
            try (var connection = connection()) {
                assertThat(firstValue(connection, "SELECT answer FROM before_kill"))
                        .isEqualTo("42");
            }
        });
        assertThat(server().pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void thatAnEarlierProcessLeftIsStoppedBeforeItStartsAnew() throws Exception {
        execute("CREATE TABLE before_leaving AS SELECT 43 AS answer");
        var left = server();
        Postgres.of(data, Ports.rememberedIn(data.root().resolve("ports.properties")));
        await().atMost(LONG).until(() -> !left.isAlive());
        supervision.close();
        startOnData();
        try (var connection = connection()) {
            assertThat(firstValue(connection, "SELECT answer FROM before_leaving"))
                    .isEqualTo("43");
        }
    }

    @Test
    void stopsForGood() throws Exception {
        var running = server();
        supervision.close();
        await().atMost(LONG).until(() -> !running.isAlive());
        assertThat(new Cluster(data.root().resolve("postgres/cluster")).server())
                .isEmpty();
        startOnData();
    }

    private void startOnData() throws Exception {
        postgres = Postgres.of(data, Ports.rememberedIn(data.root().resolve("ports.properties")));
        supervision = new Supervision(postgres);
        supervision.start();
    }

    private ProcessHandle server() throws IOException {
        return new Cluster(data.root().resolve("postgres/cluster")).server().orElseThrow();
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                postgres.url(), postgres.user(), postgres.password().value());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String firstValue(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
