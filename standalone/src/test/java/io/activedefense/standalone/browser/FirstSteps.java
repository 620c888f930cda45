// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static com.microsoft.playwright.options.AriaRole.TABLE;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The guide through what a new installation needs. Each step is done when the product says so. */
record FirstSteps(Visitor visitor, Path pictures) {
    private static final String TITLE = "First steps";

    /** From the overview to the step that waits for a line. */
    void areBegun() {
        visitor.sees(visitor.by(REGION, TITLE));
        visitor.by(LINK, "Go on").click();
        visitor.sees(visitor.heading(TITLE));
        visitor.sees("A new file there is picked up within a second.");
        visitor.presses("Next: See the first line arrive");
        visitor.sees("No line has arrived yet.");
    }

    void seeLinesArrive() {
        visitor.sees(visitor.page().getByText(Pattern.compile("lines have arrived\\.$")));
        visitor.takesPicture(pictures.resolve("first-steps.png"));
    }

    void setOwnNetworks(String network) {
        visitor.presses("Next: Set your own networks");
        visitor.types("Own networks: network to add", network);
        visitor.types("Own networks: comment", "the company's");
        visitor.presses("Add");
        assertThat(visitor.by(TABLE, "Own networks")).containsText(network);
    }

    void handTheListOver() {
        visitor.presses("Next: Give the list to the firewall");
        visitor.sees("Nobody has fetched the list yet.");
        visitor.sees(visitor.by(REGION, "For the firewall"));
    }

    void areDone() {
        visitor.opens("Overview");
        visitor.seesAllLoaded();
        assertThat(visitor.by(REGION, TITLE)).hasCount(0);
    }
}
