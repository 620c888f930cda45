// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference lists the alarms that there can be, in their words. */
class AlarmReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference", "alarms.md");

    @Test
    void theReferenceListsEveryKind() throws Exception {
        List<String> rows = AlarmKind.all()
                .map(kind -> "| `" + kind.id() + "` | " + kind.title() + " | " + kind.meaning() + " |")
                .toList();

        assertThat(Files.readAllLines(REFERENCE).stream().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void aKindIsCalledByItsTitleAndAnUnknownOneByItself() {
        assertThat(AlarmKind.titleOf("device-silent")).isEqualTo("Silent device");
        assertThat(AlarmKind.titleOf("of-the-future")).isEqualTo("of-the-future");
    }
}
