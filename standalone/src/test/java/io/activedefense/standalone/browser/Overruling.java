// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;

/** What an operator knows better. */
record Overruling(Visitor visitor) {
    /** Its details are open then. */
    void blacklists(String address, String why) {
        visitor.opens("Blacklist Records");
        visitor.presses("Add an address");
        visitor.types("Address or network", address);
        visitor.types("Comment", why);
        visitor.presses("Add to the blacklist");
        assertThat(visitor.dialog(address)).containsText(why);
    }

    /** Whose details are open. */
    void releases(String address, String why) {
        visitor.types("Why is it released?", why);
        visitor.presses("Release");
        assertThat(visitor.dialog(address)).isHidden();
        assertThat(visitor.by(BUTTON, "Details of " + address)).hasCount(0);
    }
}
