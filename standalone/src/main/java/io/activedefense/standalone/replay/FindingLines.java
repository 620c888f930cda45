// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.activedefense.contracts.detection.Evidence;
import io.activedefense.contracts.json.Json;
import io.activedefense.rules.run.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How findings are written: as a table for other programs, or as JSON objects with their evidence. */
enum FindingLines {
    CSV {
        @Override
        String header() {
            return "source,rule,first_trigger\n";
        }

        @Override
        String line(Finding finding) {
            return finding.source() + "," + finding.rule() + "," + time(Instant.ofEpochMilli(finding.atMillis()))
                    + "\n";
        }
    },
    JSON {
        @Override
        String header() {
            return "";
        }

        @Override
        String line(Finding finding) {
            var line = Json.TOLERANT.createObjectNode();
            line.put("source", finding.source().toString());
            line.put("rule", finding.rule());
            line.put("first_trigger", time(Instant.ofEpochMilli(finding.atMillis())));
            line.put("disposition", finding.holdReason() == null ? "list" : "hold");
            if (finding.holdReason() != null) {
                line.put("hold_reason", finding.holdReason());
            }
            var evidence = line.putArray("evidence");
            finding.evidence().forEach(sighting -> put(evidence.addObject(), sighting));
            return text(line) + "\n";
        }
    };

    private static final DateTimeFormatter AS_WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    abstract String header();

    abstract String line(Finding finding);

    /** Times were read as they stand in the log, without a zone, and are written so. */
    private static String time(Instant at) {
        return AS_WRITTEN.format(at);
    }

    private static void put(ObjectNode line, Evidence sighting) {
        line.put("at", time(sighting.at()));
        line.put("device", sighting.device());
        line.put("destination", sighting.destination());
        line.put("port", sighting.port());
        line.put("action", sighting.action());
        line.put("policy", sighting.policy());
        if (sighting.threat() != null) {
            line.put("threat", sighting.threat());
            line.put("severity", sighting.severity());
        }
    }

    private static String text(ObjectNode line) {
        try {
            return Json.TOLERANT.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }
}
