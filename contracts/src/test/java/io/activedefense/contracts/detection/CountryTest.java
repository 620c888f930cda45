// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {
    @ParameterizedTest
    @ValueSource(strings = {"RU", "Germany", "C\u00f4te d'Ivoire", "10.0.0.0-10.255.255.255", "Korea Republic Of"})
    void whatAFirewallWritesIsKept(String written) {
        assertThat(Country.of(written)).isEqualTo(written);
    }

    static Stream<Arguments> cleaned() {
        return Stream.of(
                Arguments.of(" RU ", "RU"),
                Arguments.of("R\u0000U", "R U"),
                Arguments.of("DE\r\n2026-11-22 forged", "DE 2026-11-22 forged"),
                Arguments.of("\u202eUR", "UR"),
                Arguments.of("x".repeat(65), "x".repeat(64)),
                Arguments.of("x".repeat(63) + "\ud83c\udde9", "x".repeat(63)));
    }

    @ParameterizedTest
    @MethodSource("cleaned")
    void whatCanDoHarmIsNot(String written, String kept) {
        assertThat(Country.of(written)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0000\n"})
    void whatSaysNothingIsAbsent(String written) {
        assertThat(Country.of(written)).isNull();
    }

    @Property
    void whatWasKeptIsKeptAgainAndFits(@ForAll String written) {
        String kept = Country.of(written);

        assertThat(Country.of(kept)).isEqualTo(kept);
        assertThat(kept == null ? "" : kept).hasSizeLessThanOrEqualTo(Country.LONGEST);
    }
}
