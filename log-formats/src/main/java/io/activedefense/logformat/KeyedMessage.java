// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.Values.*;

import io.activedefense.logformat.ParseOutcome.Malformed;
import io.activedefense.logformat.ParseOutcome.Parsed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The PAN-OS custom log formats that the product asks for, TRAFFIC and THREAT alike:
 *
 * <pre>
 * message = "SrcLocation=" plain "; SrcIP=" plain "; SrcPort=" plain "; SrcUser=" any
 *           "; DstLocation=" plain "; DstIP=" plain "; DstPort=" plain "; Action=" plain "; RuleName=" any
 *           "; RuleID=" plain "; TimeReceived=" plain "; ThreatName=" any
 *           "; ThreatID=" id "; Severity=" plain "; Subtype=" plain "; Type=" [" "] plain ";" further
 * plain   = bytes without ";"
 * any     = bytes
 * id      = bytes without "; ThreatID=", or the threat's name and "(" digits ")"
 * further = in the configured format nothing, in the extended one any of " Proto=" plain ";" and so on:
 *           each key of {@link FurtherKeys} at most once, in any order
 * </pre>
 *
 * <p><b>No value can pose as another field.</b> A user name is typed by the attacker and may hold {@code ;}, {@code =}
 * and whole pairs such as {@code x; SrcIP=8.8.8.8; Severity=critical}. Of the fields before SrcUser none can hold a
 * semicolon, so they are the first three pairs of the line whatever follows; of those behind ThreatID none can, so from
 * the right they are every further pair up to the first Type, that, Subtype and Severity, whatever stands before. Between
 * them lie three values of any text, each followed by a group of keys whose values are plain, so that a group's keys
 * stand at consecutive semicolons:
 *
 * <pre>
 * user   [; DstLocation= ; DstIP= ; DstPort= ; Action= ; RuleName=]   rule   [; RuleID= ; TimeReceived= ; ThreatName=]
 * threat [; ThreatID=]   id
 * </pre>
 *
 * The true reading is one choice of these groups, in this order. If a line has just one such choice, it is the true one,
 * and every field is what the firewall wrote. If it has more, because a value holds a whole group, then two different
 * events would have been written as the same bytes; nobody can tell which, and the line is refused as
 * {@link Malformed#AMBIGUOUS} rather than guessed. Choices are told apart by the keys alone, before any value is
 * looked at: otherwise a forged group could win over the true one by being valid where that is not. A value with pairs,
 * even many, that do not make up a whole group in the group's place comes back as it was. Between ThreatName and ThreatID
 * the last {@code ; ThreatID=} counts, as an ID holds none; only where an earlier one is followed by the name before it
 * and a number, as PAN-OS writes IDs, there are two readings again.
 *
 * <p>A line with as many semicolons as keys has one choice at most, which is why the usual line is read in one pass.
 *
 * <p>What can't be seen here: a line that was cut just behind a forged {@code Type=} or behind one of the pairs that may
 * follow it (its source is still true).
 */
final class KeyedMessage implements MessageFormat {
    private static final Key BEGINNING = new Key("SrcLocation=");

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
    private static final int TO_TYPE = LOG_TYPE - SEVERITY + 1;

    private static final int NO_TYPE = -1;
    private static final int TWICE = -2;

    private final boolean extensible;
    private final Separators separators = new Separators();
    private final FurtherKeys furtherKeys = new FurtherKeys();

    /** Where each key stands; behind the last one, where its value ends. */
    private final int[] places = new int[KEYS.length + 1];

    private KeyedMessage(boolean extensible) {
        this.extensible = extensible;
    }

    /** Exactly the keys up to Type. */
    static KeyedMessage configured() {
        return new KeyedMessage(false);
    }

    /** These, and any of the further ones behind them. */
    static KeyedMessage extended() {
        return new KeyedMessage(true);
    }

    @Override
    public boolean beginsAt(byte[] line, int at, int end) {
        return BEGINNING.isAt(line, at, end);
    }

    @Override
    public ParseOutcome find(byte[] line, int from, int end, Values values) {
        values.begin(line);
        int count = separators.find(line, from, end);
        if (count < 2 || separators.at(count - 1) != end - 1) {
            return Malformed.CUT_SHORT;
        }
        int type = count - 2;
        if (!KEYS[LOG_TYPE].isAt(line, separators.at(type), end)) {
            type = passOverFurther(line, end, type, values);
        }
        if (type < 0) {
            return whyNoType(line, end, type, count);
        }
        places[SOURCE_LOCATION] = from;
        places[KEYS.length] = separators.at(type + 1);
        Malformed wrong = findHead(line, end, type);
        if (wrong != null) {
            return wrong;
        }
        putHead(line, values);
        return Parsed.PARSED;
    }

    /** From the right to the separator before Type; if it isn't reached, why as a negative number. */
    private int passOverFurther(byte[] line, int end, int last, Values values) {
        for (int i = last; extensible && i >= 0; i--) {
            int place = separators.at(i);
            if (!furtherKeys.isExpected(line, place, end)) {
                if (KEYS[LOG_TYPE].isAt(line, place, end)) {
                    return i;
                }
                if (!furtherKeys.isAny(line, place, end)) {
                    return NO_TYPE;
                }
            }
            if (!values.putFurther(furtherKeys.last(), place + furtherKeys.length(), separators.at(i + 1))) {
                return TWICE;
            }
        }
        return NO_TYPE;
    }

    private Malformed whyNoType(byte[] line, int end, int why, int count) {
        if (why == TWICE) {
            return Malformed.AMBIGUOUS;
        }
        boolean another = lastOf(line, SEVERITY, TO_TYPE, 0, count - 1, end) >= 0;
        return another ? Malformed.UNKNOWN_KEY : Malformed.CUT_SHORT;
    }

    /** The keys up to Type, which stands at that separator. */
    private @Nullable Malformed findHead(byte[] line, int end, int type) {
        if (type == LOG_TYPE - 1 && areAt(line, SOURCE_ADDRESS, LOG_TYPE, 0, end)) {
            take(SOURCE_ADDRESS, LOG_TYPE, 0);
            return null;
        }
        return findAmongOthers(line, end, type);
    }

    private void putHead(byte[] line, Values values) {
        for (int key = 0; key < KEYS.length; key++) {
            values.put(key, places[key] + KEYS[key].length(), places[key + 1]);
        }
        int type = values.from(LOG_TYPE);
        if (line[type] == ' ') {
            values.put(LOG_TYPE, type + 1, places[KEYS.length]);
        }
    }

    /** Values hold semicolons of their own: the outer keys are taken from both ends, the others searched between. */
    private @Nullable Malformed findAmongOthers(byte[] line, int end, int type) {
        int severity = type - TO_TYPE + 1;
        if (severity < 0 || !areAt(line, SEVERITY, TO_TYPE, severity, end)) {
            return Malformed.CUT_SHORT;
        }
        if (type < LOG_TYPE - 1 || !areAt(line, SOURCE_ADDRESS, TO_SOURCE_USER, 0, end)) {
            return Malformed.KEYS_OUT_OF_ORDER;
        }
        take(SOURCE_ADDRESS, TO_SOURCE_USER, 0);
        take(SEVERITY, TO_TYPE, severity);
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
        int name = places[THREAT_NAME] + KEYS[THREAT_NAME].length();
        for (int i = first; i < limit; i++) {
            int place = separators.at(i);
            if (place > name && KEYS[THREAT_ID].isAt(line, place, end)) {
                int id = place + KEYS[THREAT_ID].length();
                if (isNameAndNumber(line, name, place, id, places[SEVERITY])) {
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
        return Digits.areDigits(line, open + 1, idEnd - 1) && Arrays.equals(line, name, nameEnd, line, id, open);
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
