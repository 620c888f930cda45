// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.rules.RuleSet;
import java.util.Arrays;

/** Why an address may be listed. */
public enum Reason {
    PORT_SCAN(RuleSet.PORT_SCAN, "Port Scan Attack v1"),
    IP_SCAN(RuleSet.IP_SCAN, "Port Scan Attack v2"),
    VULNERABILITY(RuleSet.VULNERABILITY, "Vulnerability Scan v1"),
    USER_ADDED("user-added", "User Added");

    private final String id;
    private final String title;

    Reason(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    /** As the page calls it. */
    public String title() {
        return title;
    }

    /** What a reason is called; one that is not known is called by its id. */
    static String titleOf(String id) {
        return Arrays.stream(values())
                .filter(reason -> reason.id.equals(id))
                .map(Reason::title)
                .findFirst()
                .orElse(id);
    }
}
