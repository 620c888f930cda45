// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LineFeedTest {
    @Property
    void isFoundWhereALookAtEveryByteFindsIt(
            @ForAll @Size(max = 40) @ByteRange(min = 8, max = 12) byte[] near,
            @ForAll @Size(max = 40) byte[] any,
            @ForAll @IntRange(max = 10) int from) {
        assertFoundAsByLooking(near, Math.min(from, near.length));
        assertFoundAsByLooking(any, Math.min(from, any.length));
    }

    private static void assertFoundAsByLooking(byte[] bytes, int from) {
        int expected = from;
        while (expected < bytes.length && bytes[expected] != '\n') {
            expected++;
        }
        assertThat(LineFeed.next(bytes, from, bytes.length)).isEqualTo(expected == bytes.length ? -1 : expected);
    }
}
