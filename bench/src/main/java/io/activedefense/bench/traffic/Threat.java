// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;

/** What the made-up firewalls recognise. Only the first two let the rule {@code vulnerability} fire by default. */
enum Threat {
    LOG4SHELL(
            "Apache Log4j Remote Code Execution Vulnerability",
            "Apache Log4j Remote Code Execution Vulnerability(91991)",
            Subtype.VULNERABILITY,
            Severity.CRITICAL,
            Action.RESET_BOTH),
    PATH_TRAVERSAL(
            "PAN-OS GlobalProtect; Command Injection",
            "PAN-OS GlobalProtect; Command Injection(95187)",
            Subtype.VULNERABILITY,
            Severity.CRITICAL,
            Action.DROP),
    BRUTE_FORCE(
            "SSH User Authentication Brute Force Attempt",
            "SSH User Authentication Brute Force Attempt(40015)",
            Subtype.VULNERABILITY,
            Severity.HIGH,
            Action.ALERT),
    SPYWARE(
            "Cobalt Strike Beacon Command and Control Traffic Detection",
            "Cobalt Strike Beacon Command and Control Traffic Detection(86445)",
            Subtype.SPYWARE,
            Severity.CRITICAL,
            Action.RESET_BOTH),
    HOST_SWEEP("SCAN: Host Sweep", "SCAN: Host Sweep(8002)", Subtype.SCAN, Severity.MEDIUM, Action.ALERT);

    private final String text;
    private final String id;
    private final Subtype subtype;
    private final Severity severity;
    private final Action action;

    Threat(String text, String id, Subtype subtype, Severity severity, Action action) {
        this.text = text;
        this.id = id;
        this.subtype = subtype;
        this.severity = severity;
        this.action = action;
    }

    String text() {
        return text;
    }

    String id() {
        return id;
    }

    Subtype subtype() {
        return subtype;
    }

    Severity severity() {
        return severity;
    }

    Action action() {
        return action;
    }
}
