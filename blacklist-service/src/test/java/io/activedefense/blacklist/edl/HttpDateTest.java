// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 2044 08:49:37 GMT",
                "Sunday, 06-Nov-44 08:49:37 GMT",
                "Sun Nov  6 08:49:37 2044",
                " Sun, 06 Nov 2044 08:49:37 GMT "
            })
    void readsEveryFormThatHttpKnows(String text) {
        assertThat(HttpDate.read(text)).contains(Instant.parse("2044-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2044-11-06T08:49:37Z", "Sun, 06 Nov 2044 08:49:37 CET"})
    void refusesWhatIsNoHttpDate(String text) {
        assertThat(HttpDate.read(text)).isEmpty();
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 0, max = 7_000_000_000L) long second) {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(HttpDate.read(HttpDate.of(time))).contains(time);
        assertThat(HttpDate.of(time)).hasSize(29);
    }
}
