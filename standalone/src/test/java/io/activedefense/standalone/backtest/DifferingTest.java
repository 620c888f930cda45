// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DifferingTest {
    private final Differing.Converter converter = new Differing.Converter();

    @Test
    void fieldsMakeOneDocument() {
        var fields = Stream.of(
                        "portScan.threshold=15",
                        "portScan.mode=observe",
                        "vulnerability.level=2",
                        "ownNetworks=[{\"cidr\":\"203.0.113.0/24\"}]",
                        "holdAnswers=false")
                .map(converter::convert)
                .toList();

        assertThat(Differing.document(fields).toString())
                .isEqualTo("{\"portScan\":{\"threshold\":15,\"mode\":\"observe\"},\"vulnerability\":{\"level\":2},"
                        + "\"ownNetworks\":[{\"cidr\":\"203.0.113.0/24\"}],\"holdAnswers\":false}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "portScan", "=5", "portScan.=5", ".threshold=5", "a b=5"})
    void whatIsNoFieldIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is not accepted; it must be FIELD=VALUE such as portScan.threshold=15");
    }
}
