// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.contracts.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"twelve chars", "\u00e4\u00f6\u00fc\u00df 8 Zeichen", "correct horse battery staple"})
    void longOnesAreGood(String password) {
        assertThat(PasswordRule.accepted("next", password, "anna")).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eleven char",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabc",
                "annaannaanna",
                "Anna.Anna.Anna.",
                "this one is longer than what is looked at, which is seventy-two bytes ....."
            })
    void whatIsGuessedFirstOrCutIsNotAndIsNotEchoed(String password) {
        assertThatThrownBy(() -> PasswordRule.accepted("next", password, "anna"))
                .isInstanceOfSatisfying(InvalidSettingException.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("next");
                    assertThat(refusal.accepted()).contains("12 characters");
                    if (!password.isEmpty()) {
                        assertThat(refusal).hasMessageNotContaining(password);
                    }
                });
    }

    @Test
    void aHashIsOfItsPasswordAlone() {
        String hash = PasswordHash.of("correct horse battery staple");

        assertThat(PasswordHash.matches("correct horse battery staple", hash)).isTrue();
        assertThat(PasswordHash.matches("correct horse battery stapl", hash)).isFalse();
        assertThat(PasswordHash.of("correct horse battery staple")).isNotEqualTo(hash);
    }
}
