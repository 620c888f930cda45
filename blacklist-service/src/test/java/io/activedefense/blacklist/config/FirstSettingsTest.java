// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "9.9.9.9", "2001:4860:4860::8888", "2606:4700:4700::1111"})
    void publicResolversAreAllowedWithALineThatSaysWhy(String resolver) {
        assertThat(FirstSettings.from(null).allowlist())
                .filteredOn(line -> line.cidr().equals(Cidr.parse(resolver)))
                .singleElement()
                .satisfies(line -> assertThat(line.comment()).contains("answers"));
    }

    @Test
    void theRestAreTheDefaults() {
        assertThat(FirstSettings.from(null).withAllowlist(List.of())).isEqualTo(DefenseSettings.DEFAULTS);
    }

    @Test
    void aDocumentWithoutAnAllowlistGetsTheShippedOne() throws IOException {
        DefenseSettings settings = FirstSettings.from(file("{\"blockWindowDays\": 7}"));
        assertThat(settings.blockWindowDays()).isEqualTo(7);
        assertThat(settings.allowlist()).isEqualTo(FirstSettings.from(null).allowlist());
    }

    @Test
    void aDocumentWithAnAllowlistIsTakenByItsWord() throws IOException {
        assertThat(FirstSettings.from(file("{\"allowlist\": []}")).allowlist()).isEmpty();
    }

    @Test
    void whatIsNotAcceptedIsRefusedByFileFieldValueAndRange() throws IOException {
        Path file = file("{\"blockWindowDays\": 0}");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> FirstSettings.from(file))
                .withMessage(file + ": blockWindowDays: 0 is not accepted; it must be in 1 to 730");
    }

    private Path file(String document) throws IOException {
        return Files.writeString(folder.resolve("settings.json"), document);
    }
}
