// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.NAVIGATION;

import com.microsoft.playwright.Locator;

/** Who else is let in, and what they find. */
record Colleagues(Visitor visitor) {
    /** Returns the password that is shown once. */
    String adds(String user) {
        visitor.opens("Users and Groups");
        visitor.presses("Add a user");
        visitor.types("Name", user);
        visitor.presses("Add the user");
        var password =
                visitor.dialog("The password of " + user).getByLabel("Password").inputValue();
        visitor.presses("I have it");
        visitor.sees(visitor.button("Details of " + user));
        return password;
    }

    /** As a viewer: everything is there to be read, and nothing that would be refused. */
    void looksAround(String listed) {
        assertThat(visitor.by(NAVIGATION, "Pages").getByRole(LINK, new Locator.GetByRoleOptions().setName("Audit")))
                .hasCount(0);
        visitor.opens("Blacklist Records");
        visitor.presses("Details of " + listed);
        visitor.sees(visitor.dialog(listed).getByText("Its log lines"));
        assertThat(visitor.button("Release")).hasCount(0);
        visitor.leaves(listed);
        assertThat(visitor.button("Add an address")).hasCount(0);

        visitor.opens("ActiveDefense Settings");
        visitor.sees("Only an admin changes these settings");
        assertThat(visitor.page().getByLabel("Port Scan Attack v1: threshold")).isDisabled();

        visitor.opens("System On Off");
        assertThat(visitor.button("Forget what was counted")).hasCount(0);
    }

    void followsALinkToThePeople() {
        visitor.page().navigate(visitor.page().url().replaceAll("#.*", "#/people"));
        visitor.sees("This page is for the role admin");
    }
}
