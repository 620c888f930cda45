// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollTest {
    private static final Instant MODIFIED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = MODIFIED.plusSeconds(3600);
    private static final EdlSnapshot LIST = new EdlSnapshot("198.51.100.7\n".getBytes(US_ASCII), 1, MODIFIED);
    private static final String ETAG = LIST.plain().etag();

    @ParameterizedTest
    @ValueSource(strings = {"ETAG", "W/ETAG", "*", " * ", "\"other\", ETAG", "ETAG,\"other\"", "\"a,b\", W/ETAG"})
    void aPollerThatHasTheListIsToldSo(String tags) {
        assertThat(poll(tags.replace("ETAG", ETAG), null).changed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "", "unquoted", "\"", "\"ETAG-gzip\"", "\"x\"ETAG\"x\""})
    void aPollerThatHasAnotherListGetsThisOne(String tags) {
        assertThat(poll(tags.replace("ETAG", ETAG.replace("\"", "")), null).changed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 22 Nov 2026 12:00:00 GMT | false",
                "Sun, 22 Nov 2026 12:00:01 GMT | false",
                "Sun, 22 Nov 2026 11:59:59 GMT | true",
                "Sun, 22 Nov 2026 13:00:00 GMT | false",
                "Sun, 22 Nov 2026 13:00:01 GMT | true",
                "not a date                    | true"
            })
    void aDateCountsUnlessItIsOldWrongOrInTheFuture(String since, boolean changed) {
        assertThat(poll(null, since).changed()).isEqualTo(changed);
    }

    @Test
    void entityTagsOverruleTheDate() {
        String since = HttpDate.of(MODIFIED);

        assertThat(poll("\"other\"", since).changed()).isTrue();
        assertThat(poll(ETAG, "Sun, 22 Nov 2020 12:00:00 GMT").changed()).isFalse();
    }

    @Test
    void packedAndPlainAreTwoRepresentations() {
        var packed = new Poll(null, null, "gzip").of(LIST, true, LATER);

        assertThat(packed.gzip()).isTrue();
        assertThat(packed.representation().etag()).isNotEqualTo(ETAG);
        assertThat(new Poll(packed.representation().etag(), null, "gzip")
                        .of(LIST, true, LATER)
                        .changed())
                .isFalse();
        assertThat(new Poll(ETAG, null, "gzip").of(LIST, true, LATER).changed()).isTrue();
    }

    @Test
    void aDateThatMayNotBeToldIsNotToldAndNotComparedWith() {
        var byDate = new Poll(null, HttpDate.of(MODIFIED), null);

        assertThat(byDate.of(LIST, false, LATER).changed()).isTrue();
        assertThat(byDate.of(LIST, false, LATER).lastModified()).isEmpty();
        assertThat(byDate.of(LIST, true, LATER).changed()).isFalse();
        assertThat(byDate.of(LIST, true, LATER).lastModified()).contains(HttpDate.of(MODIFIED));
    }

    private static Poll.Answer poll(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        return new Poll(ifNoneMatch, ifModifiedSince, null).of(LIST, true, LATER);
    }
}
