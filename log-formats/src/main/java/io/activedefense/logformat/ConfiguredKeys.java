// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import io.activedefense.logformat.ParseOutcome.Malformed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the values of a line of {@link ConfiguredFormat} stand, by the grammar and the argument given there. Knows
 * the keys and their order, not what the values mean. Reusable.
 */
final class ConfiguredKeys {
    static final int SOURCE_LOCATION = 0;
    static final int SOURCE_ADDRESS = 1;
    static final int SOURCE_PORT = 2;
    static final int SOURCE_USER = 3;
    static final int DESTINATION_LOCATION = 4;
    static final int DESTINATION_ADDRESS = 5;
    static final int DESTINATION_PORT = 6;
    static final int ACTION = 7;
    static final int RULE_NAME = 8;
    static final int RULE_ID = 9;
    static final int TIME_RECEIVED = 10;
    static final int THREAT_NAME = 11;
    static final int THREAT_ID = 12;
    static final int SEVERITY = 13;
    static final int SUBTYPE = 14;
    static final int LOG_TYPE = 15;

    static final Key BEGINNING = new Key("SrcLocation=");

    private static final Key[] KEYS = {
        BEGINNING,
        new Key("; SrcIP="),
        new Key("; SrcPort="),
        new Key("; SrcUser="),
        new Key("; DstLocation="),
        new Key("; DstIP="),
        new Key("; DstPort="),
        new Key("; Action="),
        new Key("; RuleName="),
        new Key("; RuleID="),
        new Key("; TimeReceived="),
        new Key("; ThreatName="),
        new Key("; ThreatID="),
        new Key("; Severity="),
        new Key("; Subtype="),
        new Key("; Type="),
    };

    /** Keys of the groups that stand together: behind each of the first three follows a value of any text. */
    private static final int TO_SOURCE_USER = SOURCE_USER - SOURCE_ADDRESS + 1;

    private static final int TO_RULE_NAME = RULE_NAME - DESTINATION_LOCATION + 1;

    private static final int TO_THREAT_NAME = THREAT_NAME - RULE_ID + 1;
    private static final int TO_END = LOG_TYPE - SEVERITY + 1;

    private final Separators separators = new Separators();

    /** Where each key stands; behind the last one, where the line's last semicolon does. */
    private final int[] places = new int[KEYS.length + 1];

    /** Finds the keys in {@code [from, end)}; null if it did, else why not. */
    @Nullable Malformed find(byte[] line, int from, int end) {
        int count = separators.find(line, from, end);
        places[SOURCE_LOCATION] = from;
        if (count == KEYS.length && separators.at(count - 1) == end - 1 && areAt(line, 1, KEYS.length - 1, 0, end)) {
            take(1, KEYS.length, 0);
            return null;
        }
        return findAmongOthers(line, end, count);
    }

    int valueFrom(int key) {
        return places[key] + KEYS[key].length();
    }

    int valueTo(int key) {
        return places[key + 1];
    }

    /** Values hold semicolons of their own: the outer keys are taken from both ends, the others searched between. */
    private @Nullable Malformed findAmongOthers(byte[] line, int end, int count) {
        int last = count - 1;
        int severity = last - TO_END;
        if (severity < 0 || separators.at(last) != end - 1 || !areAt(line, SEVERITY, TO_END, severity, end)) {
            return Malformed.CUT_SHORT;
        }
        if (count < KEYS.length || !areAt(line, SOURCE_ADDRESS, TO_SOURCE_USER, 0, end)) {
            return Malformed.KEYS_OUT_OF_ORDER;
        }
        take(SOURCE_ADDRESS, TO_SOURCE_USER, 0);
        take(SEVERITY, TO_END + 1, severity);
        return findBetween(line, end, TO_SOURCE_USER, severity);
    }

    /** The groups between SrcUser and Severity: the separators {@code [first, limit)}. */
    private @Nullable Malformed findBetween(byte[] line, int end, int first, int limit) {
        int threatId = lastOf(line, THREAT_ID, 1, first, limit, end);
        int ruleId = lastOf(line, RULE_ID, TO_THREAT_NAME, first, threatId, end);
        int location = firstOf(line, DESTINATION_LOCATION, TO_RULE_NAME, first, ruleId, end);
        if (location < 0) {
            return Malformed.KEYS_OUT_OF_ORDER;
        }
        boolean otherRuleName = lastOf(line, DESTINATION_LOCATION, TO_RULE_NAME, first, ruleId, end) != location;
        boolean otherThreatName =
                firstOf(line, RULE_ID, TO_THREAT_NAME, location + TO_RULE_NAME, threatId, end) != ruleId;
        if (otherRuleName || otherThreatName) {
            return Malformed.AMBIGUOUS;
        }
        take(DESTINATION_LOCATION, TO_RULE_NAME, location);
        take(RULE_ID, TO_THREAT_NAME, ruleId);
        take(THREAT_ID, 1, threatId);
        return threatNameIsRepeatedAcross(line, ruleId + TO_THREAT_NAME, threatId, end) ? Malformed.AMBIGUOUS : null;
    }

    /** Whether an earlier ThreatID repeats the name before it, as {@code name(number)}: then the last is within that. */
    private boolean threatNameIsRepeatedAcross(byte[] line, int first, int limit, int end) {
        int name = valueFrom(THREAT_NAME);
        for (int i = first; i < limit; i++) {
            int place = separators.at(i);
            if (place > name && KEYS[THREAT_ID].isAt(line, place, end)) {
                int id = place + KEYS[THREAT_ID].length();
                if (isNameAndNumber(line, name, place, id, valueTo(THREAT_ID))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNameAndNumber(byte[] line, int name, int nameEnd, int id, int idEnd) {
        int open = id + nameEnd - name;
        if (open + 2 > idEnd || line[open] != '(' || line[idEnd - 1] != ')') {
            return false;
        }
        for (int i = open + 1; i < idEnd - 1; i++) {
            if (!Digits.isDigit(line[i])) {
                return false;
            }
        }
        return Arrays.equals(line, name, nameEnd, line, id, open);
    }

    /** The first separator in {@code [from, limit)} at which so many keys follow each other within it, or -1. */
    private int firstOf(byte[] line, int key, int keys, int from, int limit, int end) {
        for (int i = from; i + keys <= limit; i++) {
            if (areAt(line, key, keys, i, end)) {
                return i;
            }
        }
        return -1;
    }

    private int lastOf(byte[] line, int key, int keys, int from, int limit, int end) {
        for (int i = limit - keys; i >= from; i--) {
            if (areAt(line, key, keys, i, end)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether so many keys stand at consecutive separators. */
    private boolean areAt(byte[] line, int key, int keys, int separator, int end) {
        for (int i = 0; i < keys; i++) {
            if (!KEYS[key + i].isAt(line, separators.at(separator + i), end)) {
                return false;
            }
        }
        return true;
    }

    private void take(int key, int keys, int separator) {
        for (int i = 0; i < keys; i++) {
            places[key + i] = separators.at(separator + i);
        }
    }
}
