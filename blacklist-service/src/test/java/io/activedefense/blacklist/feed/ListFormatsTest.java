// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFormatsTest {
    private static final Instant SINCE = Instant.parse("2026-11-21T23:59:59.5Z");
    private static final List<Line> LINES = List.of(
            line("91.1.1.4/30", Origin.USER_ADDED, 3, "ip-scan", "port-scan"),
            line("2600:1f18::/64", Origin.DETECTED, 1, "vulnerability"));

    @Test
    void plainIsAnAddressALine() {
        assertThat(written("plain", LINES)).isEqualTo("91.1.1.4/30\n2600:1f18::/64\n");
    }

    @Test
    void commentsStandBehindASpace() {
        assertThat(written("plain-with-comments", LINES)).isEqualTo("""
                91.1.1.4/30 user-added, ip-scan, port-scan since 2026-11-21, 3 entries
                2600:1f18::/64 vulnerability since 2026-11-21
                """);
    }

    @Test
    void csvHasAHeaderAndLinesAsTheStandardEndsThem() {
        assertThat(written("csv", LINES)).isEqualTo("""
                        address,why,since,entries\r
                        91.1.1.4/30,user-added ip-scan port-scan,2026-11-21T23:59:59.500Z,3\r
                        2600:1f18::/64,vulnerability,2026-11-21T23:59:59.500Z,1\r
                        """);
    }

    @Test
    void jsonIsOneObject() {
        assertThat(written("json", LINES))
                .isEqualTo("{\"lines\":["
                        + "{\"address\":\"91.1.1.4/30\",\"reasons\":[\"ip-scan\",\"port-scan\"],"
                        + "\"origin\":\"User Added\",\"since\":\"2026-11-21T23:59:59.500Z\",\"entries\":3},"
                        + "{\"address\":\"2600:1f18::/64\",\"reasons\":[\"vulnerability\"],"
                        + "\"origin\":\"detected\",\"since\":\"2026-11-21T23:59:59.500Z\",\"entries\":1}]}");
    }

    @ParameterizedTest
    @CsvSource({"plain,''", "plain-with-comments,''", "csv,'address,why,since,entries\r\n'", "json,'{\"lines\":[]}'"})
    void aListOfNothingIsSound(String format, String text) {
        assertThat(written(format, List.of())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain-with-comments", "csv"})
    void aReasonThatCouldBreakALineIsLeftOut(String format) {
        String text = written(
                format, List.of(line("91.1.1.1", Origin.DETECTED, 1, "a\n0.0.0.0/0", "=1+1", "b,c", "ip-scan")));

        assertThat(text).contains("ip-scan").doesNotContain("0.0.0.0", "=", "b,c");
    }

    @Test
    void anUnknownFormatIsRefusedByNameWithThoseThatAre() {
        assertThatThrownBy(() -> ListFormats.of("xml"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("format: xml is not accepted; it must be one of plain, plain-with-comments, csv, json");
    }

    private static String written(String format, List<Line> lines) {
        return new String(ListFormats.of(format).write(lines), UTF_8);
    }

    private static Line line(String address, Origin origin, int entries, String... reasons) {
        return new Line(Cidr.parse(address), new TreeSet<>(List.of(reasons)), origin, SINCE, entries);
    }
}
