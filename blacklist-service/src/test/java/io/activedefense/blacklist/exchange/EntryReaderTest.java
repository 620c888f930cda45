// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.activedefense.blacklist.exchange.Reading.Line;
import io.activedefense.blacklist.exchange.Reading.LineFault;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.Origin;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryReaderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aPlainLineIsAnAddressAndBehindASpaceAComment() {
        Reading reading = EntryReader.plain("8.8.4.4\r\n\n# ours\n  9.9.9.0/24 \t seen at the gate \n2600::/64");

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.entries())
                .containsExactly(
                        new Line(1, Cidr.parse("8.8.4.4"), null, null),
                        new Line(4, Cidr.parse("9.9.9.0/24"), "seen at the gate", null),
                        new Line(5, Cidr.parse("2600::/64"), null, null));
    }

    @Test
    void aTableNamesItsColumnsInAnyOrder() {
        Reading reading = EntryReader.csv(String.join(
                "\r\n",
                "comment,address,expiresAt",
                "\"a \"\"quoted\"\", long\none\",8.8.4.4,2026-11-22T12:00:00Z",
                ",9.9.9.9,"));

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.entries())
                .containsExactly(
                        new Line(2, Cidr.parse("8.8.4.4"), "a \"quoted\", long\none", NOON),
                        new Line(4, Cidr.parse("9.9.9.9"), null, null));
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        Reading reading = EntryReader.plain("8.8.4.4\nexample.org\n8.8.4.4 again\n9.9.9.1/24");

        assertThat(reading.faults())
                .extracting(LineFault::line, LineFault::field, LineFault::value)
                .containsExactly(
                        tuple(2, "address", "example.org"),
                        tuple(3, "address", "8.8.4.4"),
                        tuple(4, "address", "9.9.9.1/24"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ip\\n8.8.4.4                               | 1 | heading",
                "address,colour\\n8.8.4.4,red               | 1 | heading",
                "address,comment\\n8.8.4.4                  | 2 | line",
                "address,expiresAt\\n8.8.4.4,soon           | 2 | expiresAt",
                "address\\n\"8.8.4.4                        | 1 | line",
                "address                                    | 1 | line"
            })
    void aTableThatIsNotAcceptedSaysWhere(String text, int line, String field) {
        assertThat(EntryReader.csv(text.replace("\\n", "\n")).faults())
                .first()
                .extracting(LineFault::line, LineFault::field)
                .containsExactly(line, field);
    }

    @Test
    void anEmptyFileAndOneThatIsTooLongAreRefused() {
        assertThat(EntryReader.plain("# nothing\n").faults()).hasSize(1);
        String long_ = IntStream.range(0, EntryReader.MOST_LINES + 1)
                .mapToObj(i -> "11." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255))
                .collect(Collectors.joining("\n"));
        assertThat(EntryReader.plain(long_).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.accepted()).isEqualTo("at most 10000 entries"));
    }

    @Property
    void whatIsWrittenIsReadBackAndIsNoFormula(@ForAll @StringLength(max = 40) String comment) {
        String written = EntryFile.CSV.heading() + EntryFile.CSV.line(entry(comment));

        assertThat(written.lines().skip(1).findFirst().orElseThrow()).startsWith("8.8.4.4,");
        Reading reading = EntryReader.csv(written);
        assertThat(reading.faults()).isEmpty();
        String kept = comment.strip();
        assertThat(reading.entries().getFirst().comment()).isEqualTo(kept.isEmpty() ? null : kept);
    }

    @Property
    void whatASpreadsheetWouldRunIsReadBack(
            @ForAll @StringLength(max = 6) @Chars({'\'', '=', '\r', '\n', '"', ','}) String comment) {
        whatIsWrittenIsReadBackAndIsNoFormula(comment);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"=1+1,'=1+1", "+1,'+1", "-1,'-1", "@SUM(A1),'@SUM(A1)", "'=1,''=1", "a=1,a=1", "'a,'a"})
    void aFormulaIsWrittenAsText(String comment, String written) {
        assertThat(EntryFile.CSV.line(entry(comment))).startsWith("8.8.4.4," + written + ",");
    }

    @Test
    void aTableSaysTheCountryLast() {
        assertThat(EntryFile.CSV.heading()).endsWith(",hits,country\r\n");
        assertThat(EntryFile.CSV.line(entry("x"))).endsWith(",3,RU\r\n");
    }

    @Test
    void aPlainLineIsTheAddressAlone() {
        assertThat(EntryFile.PLAIN.heading() + EntryFile.PLAIN.line(entry("a comment")))
                .isEqualTo("8.8.4.4\n");
    }

    private static BlacklistEntry entry(String comment) {
        return new BlacklistEntry(
                Cidr.parse("8.8.4.4"),
                new TreeSet<>(List.of("ip-scan", "port-scan")),
                Origin.DETECTED,
                comment,
                NOON,
                NOON,
                NOON,
                null,
                null,
                0,
                3,
                List.of(),
                "RU");
    }
}
