// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.contracts.event.EventText;
import io.activedefense.logformat.CsvLine.Version;
import io.activedefense.logformat.ParseOutcome.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFormatsTest {
    private static final String CONFIGURED = ConfiguredLine.traffic().toString();
    private static final String EXTENDED =
            ConfiguredLine.traffic().further("Serial", "007051000012345").toString();
    private static final String CSV = CsvLine.traffic(Version.V10_1).toString();

    private final Parsing recognised = Parsing.recognised();

    @Test
    void eachLineOfAMixedFileIsReadUnderItsOwnFormat() {
        for (String line : List.of(CSV, CONFIGURED, EXTENDED, CSV, EXTENDED, CONFIGURED)) {
            var event = recognised.event(line);
            assertThat(event.destinationPort()).isEqualTo(22);
            assertThat(event.text(EventText.SERIAL)).isEqualTo(line.equals(CONFIGURED) ? "" : "007051000012345");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "configured, parsed, unknown-key, unknown-format",
        "extended, parsed, parsed, unknown-format",
        "csv, unknown-format, unknown-format, parsed",
    })
    void aNamedFormatTakesItsOwnLinesOnly(String name, String configured, String extended, String csv) {
        var named = Parsing.of(name);
        assertThat(named.outcome(CONFIGURED).label()).isEqualTo(configured);
        assertThat(named.outcome(EXTENDED).label()).isEqualTo(extended);
        assertThat(named.outcome(CSV).label()).isEqualTo(csv);
    }

    @Test
    void aRefusedLineIsJudgedByTheFormatThatItLooksLike() {
        assertThat(recognised.outcome(CSV.replace("203.0.113.7", "203.0.113"))).isEqualTo(Malformed.SOURCE_ADDRESS);
        assertThat(recognised.outcome(EXTENDED.replace("Serial", "Colour"))).isEqualTo(Malformed.UNKNOWN_KEY);
        assertThat(recognised.outcome("Feb 20 11:49:43 PA-1 anything else")).isEqualTo(Malformed.UNKNOWN_FORMAT);
    }

    @Test
    void aFormatThatIsNotThereIsRefusedWithTheNamesOfThoseThatAre() {
        assertThatThrownBy(() -> LogFormats.named("cef", EventTimes.asWritten()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("log format 'cef' is not known; it must be one of extended, csv, configured");
    }
}
