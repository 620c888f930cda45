// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.FIGURE;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static com.microsoft.playwright.options.AriaRole.ROW;
import static com.microsoft.playwright.options.AriaRole.TABLE;

import com.microsoft.playwright.Locator;

/** What an operator does with an address that comes up: why is it there, and what did it do? */
record Watching(Visitor visitor) {
    private static final int ONE_HEAD = 1;

    /** On the overview, which is open: nothing is pressed. */
    void isReadyForNews() {
        visitor.opens("Overview");
        assertThat(news().getByText("Live", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    void seesItListed(String source) {
        var row = news().getByRole(ROW).filter(new Locator.FilterOptions().setHasText(source));
        assertThat(row.first()).containsText("Listed");
    }

    void readsTheEvidence(String source, int ports, String rule) {
        news().getByRole(LINK, new Locator.GetByRoleOptions().setName(source))
                .first()
                .click();
        var evidence = visitor.dialog(source).getByRole(REGION, new Locator.GetByRoleOptions().setName("Evidence"));
        visitor.sees(evidence.getByText(rule));
        visitor.sees(evidence.getByRole(FIGURE));
        assertThat(evidence.getByRole(TABLE).last().getByRole(ROW)).hasCount(ports + ONE_HEAD);
    }

    void findsItsLogLines(String source, int lines, String logFile) {
        visitor.dialog(source)
                .getByRole(LINK, new Locator.GetByRoleOptions().setName("Its log lines"))
                .click();
        visitor.sees(visitor.heading("Syslog Records"));
        new Records(visitor).areShown(lines);
        new Records(visitor).opensTheLast(logFile);
    }

    private Locator news() {
        return visitor.by(REGION, "Just now");
    }
}
