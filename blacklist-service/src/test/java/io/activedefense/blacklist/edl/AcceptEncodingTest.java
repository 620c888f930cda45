// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "gzip, deflate, br",
                "deflate;q=1, gzip;q=0.5",
                "gzip;q=0.5, identity;q=0.5",
                "gzip ; q=0.001",
                "identity;q=0, *",
                "gzip;q=1.000, *;q=0"
            })
    void gzipWhereItIsAskedFor(String header) {
        assertThat(AcceptEncoding.prefersGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "identity",
                "deflate, br",
                "gzip;q=0",
                "gzip;q=0.0",
                "gzip;q=0, *;q=1",
                "gzip;q=0.5, identity",
                "gzip;q=high",
                "gzip;q=2",
                "gzip;q=-1",
                "gzipped",
                "identity;q=0, *;q=0",
                ";",
                ",,"
            })
    void plainWhereItIsNot(String header) {
        assertThat(AcceptEncoding.prefersGzip(header)).isFalse();
    }

    @Test
    void plainWithoutTheHeader() {
        assertThat(AcceptEncoding.prefersGzip(null)).isFalse();
    }
}
