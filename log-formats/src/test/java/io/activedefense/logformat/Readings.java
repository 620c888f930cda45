// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The definition of a line's readings, by brute force: every choice of the three groups that the grammar allows. */
final class Readings {
    private static final String FURTHER = "Proto|App|SrcZone|DstZone|Direction|Serial|SeqNo|DeviceName|SessionEndReason"
            + "|PktsReceived|RepeatCount|SrcEDL|HighResTimestamp";

    private static final Pattern LEFT =
            Pattern.compile("SrcLocation=[^;]*; SrcIP=[^;]*; SrcPort=[^;]*; SrcUser=", Pattern.DOTALL);
    private static final Pattern RIGHT = Pattern.compile(
            "; Severity=[^;]*; Subtype=[^;]*; Type=[^;]*;( (" + FURTHER + ")=[^;]*;)*$", Pattern.DOTALL);
    private static final Pattern DESTINATION =
            Pattern.compile("; DstLocation=[^;]*; DstIP=[^;]*; DstPort=[^;]*; Action=[^;]*; RuleName=", Pattern.DOTALL);
    private static final Pattern POLICY =
            Pattern.compile("; RuleID=[^;]*; TimeReceived=[^;]*; ThreatName=", Pattern.DOTALL);
    private static final Pattern THREAT_ID = Pattern.compile("; ThreatID=");

    private record Place(int from, int to) {}

    record Reading(String user, String rule, String threat, String threatId) {
        private boolean idIsPlain() {
            return !threatId.contains("; ThreatID=");
        }

        private boolean idRepeatsTheName() {
            return !threat.isEmpty() && Pattern.matches(Pattern.quote(threat) + "\\(\\d*\\)", threatId);
        }
    }

    private Readings() {}

    static List<Reading> of(String line) {
        Matcher left = LEFT.matcher(line);
        Matcher right = RIGHT.matcher(line);
        if (!left.find() || !right.find()) {
            return List.of();
        }
        String middle = line.substring(left.end(), right.start());
        var readings = new ArrayList<Reading>();
        for (Place destination : all(DESTINATION, middle)) {
            for (Place policy : all(POLICY, middle)) {
                for (Place id : all(THREAT_ID, middle)) {
                    if (destination.to <= policy.from && policy.to <= id.from) {
                        readings.add(new Reading(
                                middle.substring(0, destination.from),
                                middle.substring(destination.to, policy.from),
                                middle.substring(policy.to, id.from),
                                middle.substring(id.to)));
                    }
                }
            }
        }
        readings.removeIf(reading -> !reading.idIsPlain() && !reading.idRepeatsTheName());
        return readings;
    }

    static boolean holdsAGroup(String text) {
        return DESTINATION.matcher(text).find() || POLICY.matcher(text).find();
    }

    private static List<Place> all(Pattern pattern, String text) {
        var places = new ArrayList<Place>();
        Matcher matcher = pattern.matcher(text);
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            places.add(new Place(matcher.start(), matcher.end()));
        }
        return places;
    }
}
