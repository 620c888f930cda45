// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SeparatorsTest {
    private final Separators separators = new Separators();

    @Property
    void everySemicolonIsFoundAndNothingElse(
            @ForAll("bytesLikeSemicolons") byte[] bytes,
            @ForAll @IntRange(max = 12) int from,
            @ForAll @IntRange(max = 12) int fromEnd) {
        int begin = Math.min(from, bytes.length);
        int end = Math.max(begin, bytes.length - fromEnd);
        assertThat(found(bytes, begin, end)).isEqualTo(semicolons(bytes, begin, end));
    }

    private List<Integer> found(byte[] bytes, int from, int to) {
        return IntStream.range(0, separators.find(bytes, from, to))
                .mapToObj(separators::at)
                .toList();
    }

    private static List<Integer> semicolons(byte[] bytes, int from, int to) {
        return IntStream.range(from, to).filter(i -> bytes[i] == ';').boxed().toList();
    }

    /** Bytes that differ from a semicolon in a single bit, where a trick with bits is most easily wrong. */
    @Provide
    Arbitrary<byte[]> bytesLikeSemicolons() {
        var oneBitOff =
                IntStream.range(0, 8).mapToObj(bit -> (byte) (';' ^ 1 << bit)).toList();
        return Arbitraries.oneOf(Arbitraries.just((byte) ';'), Arbitraries.of(oneBitOff), Arbitraries.bytes())
                .array(byte[].class)
                .ofMaxSize(200);
    }
}
