// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicLayout;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorConfigTest {
    private static final String NOBODY_LISTENS = "127.0.0.1:1";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aSettingThatDoesNotExistIsRefusedByItsName() {
        assertThatThrownBy(() -> context(Map.of("standby-replica", "1")))
                .rootCause()
                .hasMessage("active-defense.detector-streams: 'standby-replica' is not accepted; it must be one of"
                        + " commit-interval, enabled, instance, standby-replicas, state-directory, threads");
    }

    @ParameterizedTest
    @CsvSource({
        "threads, 0, in 1 to 64",
        "standby-replicas, 6, in 0 to 5",
        "commit-interval, 10ms, in 100ms to 30s",
        "instance, a pod, 'at most 64 letters, digits, dots, underscores or hyphens'"
    })
    void aValueOutOfRangeIsRefusedWithTheRange(String setting, String value, String range) {
        assertThatThrownBy(() -> context(Map.of(setting, value)))
                .rootCause()
                .hasMessageStartingWith("active-defense.detector-streams." + setting + ": ")
                .hasMessageEndingWith("it must be " + range);
    }

    @Test
    void everySettingIsTaken() {
        var settings = Map.of(
                "threads", "2", "standby-replicas", "1", "commit-interval", "2s", "instance", "detector-streams-0");
        try (var context = context(settings)) {
            assertThat(context.getBean(DetectorConfig.class))
                    .isEqualTo(new DetectorConfig(2, directory, Duration.ofSeconds(2), 1, "detector-streams-0"));
        }
    }

    @Test
    void aNamedInstanceIsAMemberThatMayComeBackAndAnUnnamedOneIsMissedSooner() {
        assertThat(streams("detector-streams-0"))
                .containsEntry("main.consumer.group.instance.id", "detector-streams-0")
                .containsEntry("main.consumer.session.timeout.ms", 45_000)
                .containsEntry("num.standby.replicas", 1);
        assertThat(streams(""))
                .doesNotContainKey("main.consumer.group.instance.id")
                .containsEntry("main.consumer.session.timeout.ms", 10_000);
    }

    private Properties streams(String instance) {
        var config = new DetectorConfig(1, directory, Duration.ofSeconds(1), 1, instance);
        return StreamsSettings.of(KafkaConnection.to(NOBODY_LISTENS), new TopicLayout(2, (short) 1), config);
    }

    private ApplicationContext context(Map<String, String> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "micronaut.server.port",
                "-1",
                "active-defense.kafka.bootstrap.servers",
                NOBODY_LISTENS,
                "active-defense.detector-streams.enabled",
                "true",
                "active-defense.detector-streams.state-directory",
                directory.toString()));
        settings.forEach((setting, value) -> all.put("active-defense.detector-streams." + setting, value));
        return ApplicationContext.run(all);
    }
}
