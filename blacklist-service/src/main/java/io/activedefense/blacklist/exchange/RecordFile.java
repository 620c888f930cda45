// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.contracts.json.Json;
import java.util.List;

/** Log records as a file: comma-separated values, or a JSON document a line. */
public enum RecordFile {
    CSV {
        @Override
        public String heading() {
            return Csv.write(COLUMNS);
        }

        @Override
        public String line(List<String> values, Object document) {
            return Csv.write(values);
        }
    },
    JSON {
        @Override
        public String heading() {
            return "";
        }

        @Override
        public String line(List<String> values, Object document) {
            try {
                return Json.TOLERANT.writeValueAsString(document) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a record can't be written", e);
            }
        }
    };

    /** Of a line of comma-separated values, in order. */
    public static final List<String> COLUMNS = List.of(
            "seen",
            "device",
            "type",
            "subtype",
            "severity",
            "action",
            "sourceCountry",
            "source",
            "sourcePort",
            "user",
            "destinationCountry",
            "destination",
            "destinationPort",
            "rule",
            "threat",
            "threatId",
            "listed");

    /** What the file begins with. */
    public abstract String heading();

    /**
     * A record.
     *
     * @param values of {@link #COLUMNS}
     * @param document the record whole
     */
    public abstract String line(List<String> values, Object document);
}
