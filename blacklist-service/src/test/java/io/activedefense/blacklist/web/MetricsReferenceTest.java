// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the service tells at {@code /prometheus} stands in the reference. */
@ExtendWith(SharedService.class)
class MetricsReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference", "metrics.md");
    private static final Pattern TOLD =
            Pattern.compile("^# TYPE (active_defense_blacklist_\\S+) (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LISTED =
            Pattern.compile("^\\| `(active_defense_blacklist_\\S+)` \\| (\\S+) \\|", Pattern.MULTILINE);

    private static RunningService service;

    @BeforeAll
    static void take(RunningService running) {
        service = running;
    }

    @Test
    void theReferenceListsWhatAScrapeShows() throws Exception {
        SortedSet<String> told = metrics(TOLD, RunningService.text(service.asAdmin("GET", "/prometheus", "")));

        assertThat(told).isNotEmpty();
        assertThat(metrics(LISTED, reference())).containsAll(told);
    }

    private static String reference() throws IOException {
        return Files.readString(REFERENCE);
    }

    private static SortedSet<String> metrics(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MetricsReferenceTest::nameAndType)
                .collect(toCollection(TreeSet::new));
    }

    private static String nameAndType(MatchResult found) {
        return found.group(1) + " " + found.group(2);
    }
}
