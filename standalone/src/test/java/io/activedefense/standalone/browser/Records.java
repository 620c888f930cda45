// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.ROW;
import static com.microsoft.playwright.options.AriaRole.TABLE;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.regex.Pattern;

/** The log records that a search finds. */
record Records(Visitor visitor) {
    private static final int ONE_HEAD = 1;

    void findsLines(String source, int lines) {
        visitor.opens("Syslog Records");
        visitor.types("Search log records by source", source);
        assertThat(visitor.page()).hasURL(Pattern.compile("source=" + source.replace(".", "\\.")));
        areShown(lines);
    }

    /** Lines are filed a moment after they were read, and the page stands still while one reads it. */
    void areShown(int lines) {
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> {
            visitor.page().reload();
            visitor.sees(visitor.heading("Syslog Records"));
            visitor.seesAllLoaded();
            return rows().count() == lines + ONE_HEAD;
        });
    }

    void opensTheLast(String logFile) {
        rows().last().click();
        assertThat(visitor.dialog("Log record")).containsText(logFile);
        visitor.leaves("Log record");
    }

    private Locator rows() {
        return visitor.by(TABLE, "Log records").getByRole(ROW);
    }
}
