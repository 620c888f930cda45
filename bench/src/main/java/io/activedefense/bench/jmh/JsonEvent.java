// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.event.TimeOrigin;

/** An event as a record for Jackson: the same fields, addresses as text, as one would write it first. */
record JsonEvent(
        LogType logType,
        Severity severity,
        Action action,
        Subtype subtype,
        long eventTime,
        TimeOrigin timeOrigin,
        long arrival,
        boolean serverToClient,
        String source,
        int sourcePort,
        String destination,
        int destinationPort,
        LineIdentity line,
        String device,
        String sourceUser,
        String sourceLocation,
        String destinationLocation,
        String ruleName,
        String ruleId,
        String threatName,
        String threatId) {

    static JsonEvent of(FirewallEvent event) {
        return new JsonEvent(
                event.logType(),
                event.severity(),
                event.action(),
                event.subtype(),
                event.eventTimeMillis(),
                event.timeOrigin(),
                event.arrivalMillis(),
                event.serverToClient(),
                event.source().toString(),
                event.sourcePort(),
                event.destination().toString(),
                event.destinationPort(),
                event.line(),
                event.text(EventText.DEVICE),
                event.text(EventText.SOURCE_USER),
                event.text(EventText.SOURCE_LOCATION),
                event.text(EventText.DESTINATION_LOCATION),
                event.text(EventText.RULE_NAME),
                event.text(EventText.RULE_ID),
                event.text(EventText.THREAT_NAME),
                event.text(EventText.THREAT_ID));
    }
}
