// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void whatCannotBeSeenIsReplaced() {
        assertThat(SafeText.of("a\u001b[2Jb\nc\u202edcba\u2066e\u200bf g\u00e9"))
                .isEqualTo("a\ufffd[2Jb\ufffdc\ufffddcba\ufffde\ufffdf g\u00e9");
    }

    @Test
    void aLongLineIsCut() {
        byte[] line = "\u00e9".repeat(1_000).getBytes(UTF_8);
        assertThat(SafeText.of(line, 0, line.length)).isEqualTo("\u00e9".repeat(SafeText.LONGEST) + "\u2026");
    }

    @Property
    boolean ofAnyBytesItMakesTextThatStaysTheSame(@ForAll byte[] bytes) {
        String safe = SafeText.of(bytes, 0, bytes.length);
        return SafeText.of(safe).equals(safe) && safe.codePoints().noneMatch(Character::isISOControl);
    }
}
