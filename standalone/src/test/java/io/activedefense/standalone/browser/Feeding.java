// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.OPTION;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static com.microsoft.playwright.options.AriaRole.TAB;

import com.microsoft.playwright.Locator;

/** What firewalls fetch. */
record Feeding(Visitor visitor) {
    /** Returns the address that its drawer has for the firewall. */
    String definesAFeed(String name, String reason) {
        visitor.opens("Lists (EDL)");
        visitor.presses("Define a feed");
        var form = visitor.dialog("Define a feed");
        form.getByLabel("Name").fill(name);
        form.getByLabel("What it is for").fill("The branch office, whose firewall is small");
        form.getByLabel("Reasons").first().click();
        visitor.by(OPTION, reason).click();
        visitor.page().keyboard().press("Tab");
        visitor.sees(form.getByText("none would be left out"));
        form.getByLabel("Why", new Locator.GetByLabelOptions().setExact(true)).fill("its firewall holds few lines");
        visitor.presses("Define the feed");
        var steps = visitor.dialog(name).getByRole(REGION, new Locator.GetByRoleOptions().setName("For the firewall"));
        var address = steps.locator("code").first().textContent();
        visitor.leaves(name);
        return address;
    }

    void seesThatItIsPolled(String name) {
        visitor.opens("Lists (EDL)");
        visitor.by(TAB, "Who polls").click();
        visitor.sees("polls " + name);
        visitor.sees(visitor.by(BUTTON, "Forget 127.0.0.1 of " + name));
    }
}
