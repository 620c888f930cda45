// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.Values.*;

import io.activedefense.logformat.ParseOutcome.Ignored;
import io.activedefense.logformat.ParseOutcome.Malformed;
import io.activedefense.logformat.ParseOutcome.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What PAN-OS sends where no custom format is set: the TRAFFIC and THREAT logs of versions 9 to 11 as comma-separated
 * values. Each version adds columns at the end and moves none, so a column is known by its place, and one that a version
 * does not have yet is absent. {@link CsvColumns} tells why no value can pose as another.
 *
 * <p>A line with another number of columns than any version has was cut. What can't be seen here: that a line of a newer
 * version was cut just where those of an older one end, or behind the last column that an event takes. Whatever is taken
 * of it is whole.
 */
final class CsvMessage implements MessageFormat {
    private static final int NONE = -1;
    private static final int TYPE_COLUMN = 3;

    /** Behind the keys: how many columns version 9.1 has. */
    private static final int COLUMNS_OF_9_1 = COUNT;

    /** The columns of the two log types, by key. */
    private static final int[] TRAFFIC = new int[COUNT + 1];

    private static final int[] THREAT = new int[COUNT + 1];

    static {
        both(TIME_RECEIVED, 1);
        both(SERIAL, 2);
        both(LOG_TYPE, TYPE_COLUMN);
        both(SUBTYPE, 4);
        both(SOURCE_ADDRESS, 7);
        both(DESTINATION_ADDRESS, 8);
        both(RULE_NAME, 11);
        both(SOURCE_USER, 12);
        both(APPLICATION, 14);
        both(SOURCE_ZONE, 16);
        both(DESTINATION_ZONE, 17);
        both(REPEAT_COUNT, 23);
        both(SOURCE_PORT, 24);
        both(DESTINATION_PORT, 25);
        both(PROTOCOL, 29);
        both(ACTION, 30);
        each(SEQUENCE_NUMBER, 39, 36);
        each(SOURCE_LOCATION, 41, 38);
        each(DESTINATION_LOCATION, 42, 39);
        each(PACKETS_RECEIVED, 45, NONE);
        each(SESSION_END_REASON, 46, NONE);
        each(DEVICE_NAME, 52, 59);
        each(RULE_ID, 65, 76);
        each(SOURCE_EDL, 95, 99);
        each(HIGH_RESOLUTION_TIME, 102, 107);
        each(THREAT_NAME, NONE, NONE); // it stands in the ID
        each(THREAT_ID, NONE, 32);
        each(SEVERITY, NONE, 34);
        each(DIRECTION, NONE, 35);
        each(COLUMNS_OF_9_1, 75, 79);
    }

    private static final Key TRAFFIC_TYPE = new Key("TRAFFIC");
    private static final Key THREAT_TYPE = new Key("THREAT");

    private final CsvColumns columns = new CsvColumns();
    private final Unquoting unquoting = new Unquoting();

    private static void both(int key, int column) {
        each(key, column, column);
    }

    private static void each(int key, int trafficColumn, int threatColumn) {
        TRAFFIC[key] = trafficColumn;
        THREAT[key] = threatColumn;
    }

    /** A number or nothing, and the time: {@code 1,2025/02/20 11:49:43,}. */
    @Override
    public boolean beginsAt(byte[] line, int at, int end) {
        int comma = at;
        while (comma < end && Digits.isDigit(line[comma])) {
            comma++;
        }
        return comma + 20 < end
                && line[comma] == ','
                && line[comma + 5] == '/'
                && line[comma + 8] == '/'
                && line[comma + 11] == ' '
                && line[comma + 20] == ',';
    }

    @Override
    public ParseOutcome find(byte[] line, int from, int end, Values values) {
        Malformed wrong = columns.find(line, from, end);
        if (columns.count() <= TYPE_COLUMN + 1) {
            return wrong == null ? Malformed.CUT_SHORT : wrong;
        }
        int type = columns.from(line, TYPE_COLUMN);
        int typeEnd = columns.to(line, TYPE_COLUMN);
        int[] places = placesOf(line, type, typeEnd);
        if (places == null) {
            return EventFields.isOtherLogType(line, type, typeEnd) ? Ignored.OTHER_LOG_TYPE : Malformed.LOG_TYPE;
        }
        if (wrong != null) {
            return wrong;
        }
        if (!isWhole(columns.count(), places)) {
            return Malformed.CUT_SHORT;
        }
        put(places, line, values);
        return Parsed.PARSED;
    }

    private static int @Nullable [] placesOf(byte[] line, int type, int typeEnd) {
        if (TRAFFIC_TYPE.is(line, type, typeEnd)) {
            return TRAFFIC;
        }
        return THREAT_TYPE.is(line, type, typeEnd) ? THREAT : null;
    }

    /** In version 9.0 one column stands behind the policy's ID; from 10 on, some stand behind the time, the newer the more. */
    private static boolean isWhole(int count, int[] places) {
        return count > places[HIGH_RESOLUTION_TIME] + 1
                || count == places[COLUMNS_OF_9_1]
                || count == places[RULE_ID] + 2;
    }

    private void put(int[] places, byte[] line, Values values) {
        values.begin(line);
        for (int key = 0; key < COUNT; key++) {
            int column = places[key];
            if (column < 0 || column >= columns.count()) {
                values.putNothing(key);
            } else if (key < FURTHER) {
                values.put(key, columns.from(line, column), columns.to(line, column));
            } else {
                values.putFurther(key, columns.from(line, column), columns.to(line, column));
            }
        }
        putThreatName(line, values);
        keepOnlyATime(line, values);
        if (columns.hasDoubledQuotes()) {
            unquoting.unquote(values);
        }
    }

    /** The ID reads {@code name(number)}. */
    private static void putThreatName(byte[] line, Values values) {
        int from = values.from(THREAT_ID);
        int open = values.to(THREAT_ID) - 1;
        if (open <= from || line[open] != ')') {
            return;
        }
        while (open > from && Digits.isDigit(line[--open])) {}
        if (line[open] == '(') {
            values.put(THREAT_NAME, from, open);
        }
    }

    /** The place of this column is that of versions 10 and 11; should one have another there, the line has its other time. */
    private static void keepOnlyATime(byte[] line, Values values) {
        if (!Rfc3339.isLikely(line, values.from(HIGH_RESOLUTION_TIME), values.to(HIGH_RESOLUTION_TIME))) {
            values.putNothing(HIGH_RESOLUTION_TIME);
        }
    }
}
