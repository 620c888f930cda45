// SPDX-License-Identifier: Apache-2.0
package io.activedefense.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentSettingsTest {
    @TempDir
    Path folder;

    @Test
    void secretsStandForTheSettingsThatTheirVariablesName() throws IOException {
        var secrets = EnvironmentSettings.of(Map.of(
                "DATASOURCES_DEFAULT_PASSWORD_FILE", file("password", "of the database \n"),
                "ACTIVE_DEFENSE_KAFKA_SASL_JAAS_CONFIG_FILE", file("jaas", "Module required password=\"x\";\r\n"),
                "PATH", "/bin"));

        assertThat(secrets.settings())
                .isEqualTo(Map.of(
                        "datasources.default.password",
                        "of the database ",
                        "active-defense.kafka.sasl.jaas.config",
                        "Module required password=\"x\";"));
        assertThat(secrets.variables())
                .containsExactly("ACTIVE_DEFENSE_KAFKA_SASL_JAAS_CONFIG_FILE", "DATASOURCES_DEFAULT_PASSWORD_FILE");
    }

    @Test
    void kafkasSettingsHaveDots() {
        var settings = EnvironmentSettings.of(Map.of(
                "ACTIVE_DEFENSE_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                "ACTIVE_DEFENSE_TOPICS_PARTITIONS", "4",
                "DATASOURCES_DEFAULT_PASSWORD", "read by Micronaut"));

        assertThat(settings.settings()).isEqualTo(Map.of("active-defense.kafka.bootstrap.servers", "kafka:9093"));
        assertThat(settings.variables()).containsExactly("ACTIVE_DEFENSE_KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void settingsThatAreFilesThemselvesAreLeftAlone() throws IOException {
        var secrets = EnvironmentSettings.of(Map.of(
                "ACTIVE_DEFENSE_BLACKLIST_SERVICE_ADMIN_PASSWORD_FILE",
                file("first", "a word"),
                "ACTIVE_DEFENSE_KAFKA_",
                ""));

        assertThat(secrets.settings()).isEmpty();
        assertThat(secrets.variables()).isEmpty();
    }

    @Test
    void oneThatIsNotThereIsRefusedByVariableAndPath() {
        var secrets = EnvironmentSettings.of(Map.of(
                "DATASOURCES_DEFAULT_PASSWORD_FILE", folder.resolve("gone").toString()));

        assertThatIllegalArgumentException()
                .isThrownBy(secrets::settings)
                .withMessage("DATASOURCES_DEFAULT_PASSWORD_FILE: " + folder.resolve("gone") + " can't be read by user "
                        + System.getProperty("user.name"));
    }

    @Test
    void whatIsSaidBothWaysIsRefused() throws IOException {
        var environment = Map.of(
                "DATASOURCES_DEFAULT_PASSWORD", "one", "DATASOURCES_DEFAULT_PASSWORD_FILE", file("other", "other"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentSettings.of(environment))
                .withMessage("DATASOURCES_DEFAULT_PASSWORD and DATASOURCES_DEFAULT_PASSWORD_FILE are both set; only one"
                        + " of them is accepted");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff});
        var secrets = EnvironmentSettings.of(Map.of("ACTIVE_DEFENSE_KAFKA_SSL_KEY_PASSWORD_FILE", bytes.toString()));

        assertThatIllegalArgumentException()
                .isThrownBy(secrets::settings)
                .withMessage("ACTIVE_DEFENSE_KAFKA_SSL_KEY_PASSWORD_FILE: " + bytes + " is not a text in UTF-8");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
