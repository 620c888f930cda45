// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist;

import static io.activedefense.blacklist.testing.Told.detection;
import static io.activedefense.blacklist.testing.Told.sighting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.device.Registration;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.postgres.DatabaseException;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.status.ServiceStatus;
import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.blacklist.testing.EmptyAllowlist;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceLogType;
import io.activedefense.contracts.settings.LineFormat;
import io.activedefense.contracts.status.DetectorStatus;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole service, on a real broker and a real database. */
@Execution(ExecutionMode.CONCURRENT)
class BlacklistServiceTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final TestDatabase database = new TestDatabase();
    private TestKafka kafka;

    @TempDir
    private Path state;

    @BeforeEach
    void startKafka() throws Exception {
        kafka = new TestKafka();
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
        kafka.close();
    }

    @Test
    void aDetectionIsListedAndPublishedAndSurvivesARestart() throws Exception {
        try (ApplicationContext service = start()) {
            awaitReady(service);
            kafka.send(Topics.DETECTIONS, "8.8.4.4", detection("8.8.4.4", "port-scan", now));
            await().atMost(Duration.ofSeconds(10)).until(() -> listed(service), List.of(Cidr.parse("8.8.4.4"))::equals);
            await().until(() -> kafka.read(Topics.BLACKLIST).size(), size -> size == 1);
            assertThat(kafka.read(Topics.DEFENSE_SETTINGS).getLast().value()).isEqualTo(DefenseSettings.DEFAULTS);
        }
        try (ApplicationContext again = start()) {
            awaitReady(again);
            assertThat(listed(again)).containsExactly(Cidr.parse("8.8.4.4"));
            kafka.send(Topics.SIGHTINGS, "8.8.4.4", sighting("8.8.4.4", now.plusSeconds(60)));
            await().until(
                            () -> again.getBean(Blacklist.class)
                                    .find(Cidr.parse("8.8.4.4"))
                                    .orElseThrow()
                                    .entry()
                                    .lastSeen(),
                            now.plusSeconds(60)::equals);
            assertThat(kafka.read(Topics.BLACKLIST)).hasSize(1);
        }
    }

    @Test
    void theStatusTellsTheDetectorAndOurOwnWork() throws Exception {
        try (ApplicationContext service = start()) {
            awaitReady(service);
            var status = new DetectorStatus(0, now, 5, 0, Map.of(), Map.of(), 0, 0, 0, 1, 0, true, 0, now);
            kafka.send(Topics.DETECTOR_STATUS, "0", status);
            ServiceStatus told = service.getBean(ServiceStatus.class);
            await().until(() -> told.report().detector(), List.of(status)::equals);
            await().until(
                            () -> told.report().relay(),
                            relay -> relay.leader() && Long.valueOf(0).equals(relay.waiting()));
            assertThat(told.report().consumers())
                    .allMatch(consumer -> consumer.running() && consumer.lastError() == null);
        }
    }

    @Test
    void aDeviceIsKeptAndPublished() throws Exception {
        var device = new Device("fw-1", true, ZoneId.of("Europe/Vienna"), DeviceLogType.THREAT, LineFormat.EXTENDED);
        try (ApplicationContext service = start()) {
            awaitReady(service);
            Devices devices = service.getBean(Devices.class);
            devices.save(new Device("fw-1", true, null, null, null), "admin");
            devices.save(device, "admin");
            assertThat(devices.all()).extracting(Registration::device).containsExactly(device);
            assertThat(devices.find("fw-1").map(Registration::device)).contains(device);
            assertThat(devices.register(device, "admin")).isEmpty();
            assertThat(devices.remove("fw-1")).isTrue();
            assertThat(devices.remove("fw-1")).isFalse();
            await().until(
                            () -> kafka.read(Topics.DEVICES).stream()
                                    .map(record -> record.value())
                                    .toList(),
                            published -> published.size() == 3
                                    && device.equals(published.get(1))
                                    && published.getLast() == null);
        }
    }

    @Test
    void itStartsWithoutItsDatabaseAndTakesUpWorkWhenThatIsBack() throws Exception {
        database.outage();
        try (ApplicationContext service = start()) {
            kafka.topics().ensure();
            kafka.send(Topics.DETECTIONS, "8.8.4.4", detection("8.8.4.4", "port-scan", now));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> hindered(service.getBean(ServiceStatus.class).report()));
            database.recovery();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreException(DatabaseException.class)
                    .until(() -> listed(service), List.of(Cidr.parse("8.8.4.4"))::equals);
        }
    }

    private ApplicationContext start() {
        var properties = new HashMap<String, Object>();
        properties.put("active-defense.blacklist-service.enabled", true);
        properties.put("active-defense.blacklist-service.state-directory", state.toString());
        properties.put(
                "active-defense.blacklist-service.admin-password-file",
                state.resolve("password").toString());
        properties.put(EmptyAllowlist.PROPERTY, EmptyAllowlist.in(state));
        properties.put("active-defense.topics.partitions", 2);
        properties.put("active-defense.topics.replication-factor", 1);
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", "postgres");
        properties.put("datasources.default.password", "postgres");
        properties.put("micronaut.server.port", -1);
        kafka.connection().properties().forEach((key, value) -> properties.put("active-defense.kafka." + key, value));
        return ApplicationContext.run(properties);
    }

    private static void awaitReady(ApplicationContext service) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        service.getBean(ServiceStatus.class).report().relay().leader());
        assertThat(service.getBean(SettingsStore.class).current().settings()).isEqualTo(DefenseSettings.DEFAULTS);
    }

    private static List<Cidr> listed(ApplicationContext service) {
        return service.getBean(ListedAddresses.class).listing().addresses();
    }

    private static boolean hindered(StatusReport report) {
        return report.consumers().stream().anyMatch(consumer -> consumer.lastError() != null);
    }
}
