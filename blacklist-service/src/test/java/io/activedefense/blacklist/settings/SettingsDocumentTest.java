// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsDocumentTest {
    @Test
    void whatIsLeftOutHasItsDefault() {
        assertThat(SettingsDocument.parse("{}")).isEqualTo(DefenseSettings.DEFAULTS);
    }

    @Test
    void whatWasWrittenReadsTheSame() {
        DefenseSettings off = DefenseSettings.DEFAULTS.withOn(false).withVersion(7);
        assertThat(SettingsDocument.parse(SettingsDocument.write(off))).isEqualTo(off);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"blockWindowDays": 0}                                          | blockWindowDays    | 1 to 730
            {"blockWindowDays": "long"}                                     | blockWindowDays    |
            {"blockWindow": 3}                                              | blockWindow        | blockWindowDays
            {"portScan": {"mode": "enforce", "threshold": 0, "windowMinutes": 1, "countedActions": "all"}} | threshold | 1 to 1000
            {"portScan": {"mode": "loud"}}                                  | portScan.mode      | observe
            {"allowlist": [{"cidr": "8.8.8.8"}, {"cidr": "8.8.8.8/8"}]}     | allowlist[1].cidr  | 8.8.8.8
            not JSON                                                        | document           | JSON
            [1]                                                             | document           |
            {} {}                                                           | document           |
            null                                                            | document           | object
            """)
    void aMistakeIsNamed(String json, String field, String said) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> SettingsDocument.parse(json))
                .satisfies(e -> assertThat(e.field()).contains(field))
                .withMessageContaining(said == null ? "" : said)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
