// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    @Property(tries = 200)
    void everyLineComesAsItIsHoweverTheStreamDelivers(@ForAll("lines") List<String> lines, @ForAll long seed)
            throws IOException {
        assertThat(read(String.join("\n", lines) + "\n", seed)).isEqualTo(lines);
    }

    @Test
    void whatFollowsTheLastLineFeedIsALineToo() throws IOException {
        assertThat(read("a\n\nb", 1)).containsExactly("a", "", "b");
        assertThat(read("", 1)).isEmpty();
    }

    @ParameterizedTest(name = "{0} bytes over")
    @ValueSource(ints = {-1, 0, 1, 200_000, 3_000_000})
    void ofALineThatIsTooLongOnlyTheBeginningComesAndTheNextIsWhole(int over) throws IOException {
        int length = LineReader.LONGEST + over;
        var lines = read("before\n" + "x".repeat(length) + "\nbehind\nlast", 7);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("before");
        assertThat(lines.get(1)).matches("x+").hasSizeBetween(LineReader.LONGEST - 1, length);
        assertThat(lines.get(2)).isEqualTo("behind");
        assertThat(lines.get(3)).isEqualTo("last");
    }

    @Test
    void aLineThatIsTooLongMayBeTheLast() throws IOException {
        assertThat(read("x".repeat(2 * LineReader.LONGEST), 7)).hasSize(1);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        var usual = Arbitraries.integers().between(0, 400).map("abc"::repeat);
        var rare = Arbitraries.integers().between(0, 100_000).map("de"::repeat);
        return Arbitraries.frequencyOf(Tuple.of(9, usual), Tuple.of(1, rare))
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    private static List<String> read(String text, long seed) throws IOException {
        var reader = new LineReader(inPieces(text, new Random(seed)));
        var lines = new ArrayList<String>();
        while (reader.next()) {
            lines.add(new String(reader.bytes(), reader.from(), reader.to() - reader.from(), StandardCharsets.UTF_8));
        }
        assertThat(reader.next()).isFalse();
        return lines;
    }

    private static InputStream inPieces(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(40_000)));
            }
        };
    }
}
