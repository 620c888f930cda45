// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static com.microsoft.playwright.options.AriaRole.SWITCH;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What counts as an attack, and whether anything is judged at all. */
record Tuning(Visitor visitor, Path pictures) {
    private static final String CASE_1 = "Port Scan Attack v1";
    private static final String PORTS = CASE_1 + ": threshold";

    /** What was found ends up in the form, and nowhere else. */
    void triesCase1OnHistory(int ports, int dropped) {
        visitor.opens("ActiveDefense Settings");
        visitor.presses("Try on history: " + CASE_1);
        visitor.dialog("Try on history: " + CASE_1).getByLabel(PORTS).fill(Integer.toString(ports));
        visitor.presses("Begin");
        assertThat(visitor.by(REGION, "Would be dropped")).containsText(Integer.toString(dropped));
        assertThat(visitor.by(REGION, "Would be added")).containsText("0");
        visitor.takesPicture(pictures.resolve("history.png"));
        visitor.presses("Put these numbers into the form");
    }

    void putsThemInForce(int ports, String why) {
        assertThat(visitor.page().getByLabel(PORTS)).hasValue(Integer.toString(ports));
        visitor.presses("Save");
        visitor.sees(visitor.dialog("Put these settings in force?").getByText("portScan.threshold"));
        visitor.types("Why", why);
        visitor.presses("Put in force");
        visitor.sees(visitor.page().getByText(Pattern.compile("^Version \\d+ is in force$")));
    }

    void turnsOff() {
        visitor.opens("System On Off");
        visitor.by(SWITCH, "The system is on").click();
        visitor.presses("Turn off");
        visitor.sees(visitor.by(SWITCH, "The system is off"));
        visitor.sees("The detector rests with the settings in force.");
    }

    void turnsOn() {
        visitor.opens("System On Off");
        visitor.by(SWITCH, "The system is off").click();
        visitor.sees(visitor.by(SWITCH, "The system is on"));
        visitor.sees("The detector works with the settings in force.");
    }
}
