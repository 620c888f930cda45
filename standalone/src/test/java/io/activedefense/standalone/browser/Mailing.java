// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.options.AriaRole.RADIOGROUP;
import static com.microsoft.playwright.options.AriaRole.TAB;

/** Who is told by mail. */
record Mailing(Visitor visitor) {
    void setsUp(MailServer server, String sender) {
        visitor.opens("Notifications");
        visitor.by(TAB, "SMTP Settings").click();
        visitor.types("Server", "127.0.0.1");
        visitor.types("Port", Integer.toString(server.port()));
        visitor.by(RADIOGROUP, "Protection").getByText("None").click();
        visitor.types("Sender", sender);
        visitor.presses("Save");
        visitor.sees("Mail is sent by it");
    }

    void sendsATest(String to) {
        visitor.types("To", to);
        visitor.presses("Send a test mail");
        visitor.sees("It was taken");
    }
}
