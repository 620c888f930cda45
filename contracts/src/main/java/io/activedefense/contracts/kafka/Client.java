// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

/** Who talks to Kafka: what access rules are given to. */
public enum Client {
    INGEST_BRIDGE("ingest-bridge"),
    DETECTOR_STREAMS("detector-streams"),
    BLACKLIST_SERVICE("blacklist-service"),
    /** Whatever an operator lets look on. */
    DASHBOARD("dashboards");

    private final String text;

    Client(String text) {
        this.text = text;
    }

    /** As the reference names it. */
    public String text() {
        return text;
    }
}
