// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** An address in a line: what stands around it must not matter. */
class AddressScannerTest {
    private static final String PART = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern DOTTED = Pattern.compile(PART + "\\." + PART + "\\." + PART + "\\." + PART);

    private final AddressScanner scanner = new AddressScanner();

    @Property
    void dottedDecimalIsReadByItsDefinitionWhateverStandsAround(
            @ForAll("nearlyDotted") String text,
            @ForAll("digitsAndDots") String before,
            @ForAll("digitsAndDots") String after) {
        byte[] bytes = (before + text + after).getBytes(StandardCharsets.US_ASCII);
        var dotted = DOTTED.matcher(text);
        assertThat(scanner.scan(bytes, before.length(), before.length() + text.length()))
                .isEqualTo(dotted.matches());
        if (dotted.matches()) {
            int bits = 0;
            for (int part = 1; part <= 4; part++) {
                bits = (bits << 8) | Integer.parseInt(dotted.group(part));
            }
            assertThat(new IpAddress(scanner.high(), scanner.low())).isEqualTo(IpAddress.ipv4(bits));
        }
    }

    @Provide
    Arbitrary<String> nearlyDotted() {
        var part = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.integers().between(0, 255).map(String::valueOf)),
                Tuple.of(1, Arbitraries.integers().between(250, 1_100).map(String::valueOf)),
                Tuple.of(1, Arbitraries.of("", "00", "01", "007", "-1", "1 ", "/1", "a", "1:", ".")));
        return part.list().ofMinSize(3).ofMaxSize(5).map(parts -> String.join(".", parts));
    }

    @Provide
    Arbitrary<String> digitsAndDots() {
        return Arbitraries.strings().withChars("0123456789.; ").ofMaxLength(20);
    }
}
