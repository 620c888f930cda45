// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

/** The way in. */
record SigningIn(Visitor visitor) {
    /** A password that somebody else knows is good for one thing: choosing another. */
    void forTheFirstTime(String user, String handedOver, String chosen) {
        with(user, handedOver);
        visitor.sees(visitor.heading("Choose your own password"));
        visitor.types("Present password", handedOver);
        visitor.types("New password", chosen);
        visitor.types("New password once more", chosen);
        visitor.presses("Change and go on");
        visitor.sees(visitor.heading("Overview"));
    }

    private void with(String user, String password) {
        visitor.sees(visitor.heading("Sign in"));
        visitor.types("Name", user);
        visitor.types("Password", password);
        visitor.presses("Sign in");
    }
}
