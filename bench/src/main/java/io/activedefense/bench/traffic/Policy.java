// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.Subtype;

/** The security policies of the made-up firewalls. */
enum Policy {
    INBOUND("Inbound services", "5f3c1f8e-0d5b-4d0c-9d1b-6a5f0e2a7c11", Action.ALLOW, Subtype.END),
    OUTBOUND("Outbound; users = all", "8f2a6c0e-91b7-4c61-8a39-2d0b7f4f6e52", Action.ALLOW, Subtype.END),
    VPN_LOGIN("GlobalProtect portal", "c1d2b9aa-7a3f-4e57-b6f1-70c4b1f0d893", Action.DENY, Subtype.DENY),
    CLEAN_UP("Clean-up deny", "3b0f6f0d-5c1e-4f02-92a0-1e9d3a7b4d24", Action.DENY, Subtype.DENY),
    INTERZONE("interzone-default", "e8a1c2f4-6d3b-47a5-8c90-5b2e1f7d6a35", Action.DROP, Subtype.DROP);

    private final String text;
    private final String id;
    private final Action action;
    private final Subtype subtype;

    Policy(String text, String id, Action action, Subtype subtype) {
        this.text = text;
        this.id = id;
        this.action = action;
        this.subtype = subtype;
    }

    String text() {
        return text;
    }

    String id() {
        return id;
    }

    Action action() {
        return action;
    }

    Subtype subtype() {
        return subtype;
    }
}
