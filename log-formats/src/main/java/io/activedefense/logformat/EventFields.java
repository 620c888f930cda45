// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.Values.*;

import io.activedefense.contracts.address.AddressScanner;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.logformat.ParseOutcome.Ignored;
import io.activedefense.logformat.ParseOutcome.Malformed;
import io.activedefense.logformat.ParseOutcome.Parsed;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the fields of an event of a line's values: what each may be, and what it means, whatever the format.
 *
 * <p>Empty values, {@code -} and the custom format's own variable that was not replaced ({@code $threat_name}) are absent.
 */
final class EventFields {
    private static final Words<Action> ACTIONS = new Words<>(Action.values(), Action::text);
    private static final Words<Subtype> SUBTYPES = new Words<>(Subtype.values(), Subtype::text);
    private static final Words<Severity> SEVERITIES = new Words<>(Severity.values(), EventFields::word);
    private static final Words<LogType> LOG_TYPES = new Words<>(LogType.values(), LogType::name);

    private static final Key SERVER_TO_CLIENT = new Key("server-to-client");
    private static final Key CLIENT_TO_SERVER = new Key("client-to-server");

    /** What PAN-OS leaves in place of a value that a log type does not have, by key. */
    private static final Key[] VARIABLES = keys(
            "$srcloc",
            "$src",
            "$sport",
            "$srcuser",
            "$dstloc",
            "$dst",
            "$dport",
            "$action",
            "$rule",
            "$rule_uuid",
            "$time_received",
            "$threat_name",
            "$threatid",
            "$severity",
            "$subtype",
            "$type",
            "$proto",
            "$app",
            "$from",
            "$to",
            "$serial",
            "$seqno",
            "$device_name",
            "$session_end_reason",
            "$pkts_received",
            "$repeatcnt",
            "$src_edl",
            "$direction",
            "$high_res_timestamp");

    /** The values that are texts and no more, and the fields they are put in. */
    private static final int[] TEXT_KEYS = {
        SOURCE_USER, SOURCE_LOCATION, DESTINATION_LOCATION, RULE_NAME, RULE_ID, THREAT_NAME, THREAT_ID
    };

    private static final EventText[] TEXTS = {
        EventText.SOURCE_USER,
        EventText.SOURCE_LOCATION,
        EventText.DESTINATION_LOCATION,
        EventText.RULE_NAME,
        EventText.RULE_ID,
        EventText.THREAT_NAME,
        EventText.THREAT_ID,
    };

    /** The texts among the further values, in their order. */
    private static final EventText[] FURTHER_TEXTS = {
        EventText.PROTOCOL,
        EventText.APPLICATION,
        EventText.SOURCE_ZONE,
        EventText.DESTINATION_ZONE,
        EventText.SERIAL,
        EventText.SEQUENCE_NUMBER,
        EventText.DEVICE_NAME,
        EventText.SESSION_END_REASON,
        EventText.PACKETS_RECEIVED,
        EventText.REPEAT_COUNT,
        EventText.SOURCE_EDL,
    };

    private final AddressScanner address = new AddressScanner();

    /** Whether there is no log type of these bytes that we take, but they are a word as log types are. */
    static boolean isOtherLogType(byte[] line, int from, int to) {
        return LOG_TYPES.find(line, from, to) == null && isName(line, from, to);
    }

    /** Sets all of the event but its times, which it puts where {@link EventTimes} look for them. */
    ParseOutcome read(Values values, WrittenTimes written, FirewallEventWriter event) {
        byte[] line = values.bytes();
        int typeFrom = values.from(LOG_TYPE);
        LogType type = LOG_TYPES.find(line, typeFrom, values.to(LOG_TYPE));
        if (type == null) {
            return isName(line, typeFrom, values.to(LOG_TYPE)) ? Ignored.OTHER_LOG_TYPE : Malformed.LOG_TYPE;
        }
        event.logType(type);
        Malformed wrong = readEnds(values, line, event);
        if (wrong == null) {
            wrong = readTimeReceived(values, line, written);
        }
        if (wrong == null) {
            wrong = readSeverity(values, line, event);
        }
        written.highResolution = WrittenTimes.NONE;
        if (wrong == null && values.hasFurther()) {
            wrong = readFurther(values, line, type, written, event);
        }
        if (wrong != null) {
            return wrong;
        }
        readTexts(values, line, event);
        return Parsed.PARSED;
    }

    private @Nullable Malformed readEnds(Values values, byte[] line, FirewallEventWriter event) {
        if (!address.scan(line, values.from(SOURCE_ADDRESS), values.to(SOURCE_ADDRESS))) {
            return Malformed.SOURCE_ADDRESS;
        }
        int sourcePort = Digits.port(line, values.from(SOURCE_PORT), values.to(SOURCE_PORT));
        if (sourcePort < 0) {
            return Malformed.SOURCE_PORT;
        }
        event.source(address.high(), address.low(), sourcePort);
        if (!address.scan(line, values.from(DESTINATION_ADDRESS), values.to(DESTINATION_ADDRESS))) {
            return Malformed.DESTINATION_ADDRESS;
        }
        int destinationPort = Digits.port(line, values.from(DESTINATION_PORT), values.to(DESTINATION_PORT));
        if (destinationPort < 0) {
            return Malformed.DESTINATION_PORT;
        }
        event.destination(address.high(), address.low(), destinationPort);
        return null;
    }

    private static @Nullable Malformed readTimeReceived(Values values, byte[] line, WrittenTimes written) {
        if (isAbsent(values, line, TIME_RECEIVED)) {
            written.timeReceived = WrittenTimes.NONE;
            return null;
        }
        return written.takeTimeReceived(line, values.from(TIME_RECEIVED), values.to(TIME_RECEIVED))
                ? null
                : Malformed.TIME;
    }

    private static @Nullable Malformed readSeverity(Values values, byte[] line, FirewallEventWriter event) {
        Severity severity = SEVERITIES.find(line, values.from(SEVERITY), values.to(SEVERITY));
        if (severity != null) {
            event.severity(severity);
            return null;
        }
        return isAbsent(values, line, SEVERITY) ? null : Malformed.SEVERITY;
    }

    private static @Nullable Malformed readFurther(
            Values values, byte[] line, LogType type, WrittenTimes written, FirewallEventWriter event) {
        if (type == LogType.THREAT && values.has(DIRECTION) && !readDirection(values, line, event)) {
            return Malformed.DIRECTION;
        }
        if (values.has(HIGH_RESOLUTION_TIME)
                && !isAbsent(values, line, HIGH_RESOLUTION_TIME)
                && !written.takeHighResolution(
                        line, values.from(HIGH_RESOLUTION_TIME), values.to(HIGH_RESOLUTION_TIME))) {
            return Malformed.TIME;
        }
        for (int i = 0; i < FURTHER_TEXTS.length; i++) {
            if (values.has(FURTHER + i) && !isOneSession(values, line, FURTHER + i)) {
                text(values, line, FURTHER + i, FURTHER_TEXTS[i], event);
            }
        }
        return null;
    }

    /** The word, or its number as the manual has it; a wrong one could turn attacker and victim around. */
    private static boolean readDirection(Values values, byte[] line, FirewallEventWriter event) {
        int from = values.from(DIRECTION);
        int to = values.to(DIRECTION);
        if (SERVER_TO_CLIENT.is(line, from, to) || isDigit(line, from, to, '1')) {
            event.serverToClient(true);
            return true;
        }
        return CLIENT_TO_SERVER.is(line, from, to) || isDigit(line, from, to, '0') || isAbsent(values, line, DIRECTION);
    }

    private static boolean isOneSession(Values values, byte[] line, int key) {
        return key == REPEAT_COUNT && isDigit(line, values.from(key), values.to(key), '1');
    }

    private static boolean isDigit(byte[] line, int from, int to, char digit) {
        return to - from == 1 && line[from] == digit;
    }

    private static void readTexts(Values values, byte[] line, FirewallEventWriter event) {
        Action action = ACTIONS.find(line, values.from(ACTION), values.to(ACTION));
        if (action != null) {
            event.action(action);
        } else {
            text(values, line, ACTION, EventText.ACTION, event);
        }
        Subtype subtype = SUBTYPES.find(line, values.from(SUBTYPE), values.to(SUBTYPE));
        if (subtype != null) {
            event.subtype(subtype);
        } else {
            text(values, line, SUBTYPE, EventText.SUBTYPE, event);
        }
        for (int i = 0; i < TEXT_KEYS.length; i++) {
            text(values, line, TEXT_KEYS[i], TEXTS[i], event);
        }
    }

    private static void text(Values values, byte[] line, int key, EventText field, FirewallEventWriter event) {
        if (!isAbsent(values, line, key)) {
            event.text(field, line, values.from(key), values.to(key));
        }
    }

    private static boolean isAbsent(Values values, byte[] line, int key) {
        int from = values.from(key);
        int to = values.to(key);
        if (to - from <= 1) {
            return to == from || line[from] == '-';
        }
        return line[from] == '$' && VARIABLES[key].is(line, from, to);
    }

    private static boolean isName(byte[] line, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean letter = (line[at] >= 'A' && line[at] <= 'Z') || (line[at] >= 'a' && line[at] <= 'z');
            if (!letter && !Digits.isDigit(line[at]) && line[at] != '-' && line[at] != '_') {
                return false;
            }
        }
        return from < to;
    }

    private static Key[] keys(String... texts) {
        return Stream.of(texts).map(Key::new).toArray(Key[]::new);
    }

    private static String word(Severity severity) {
        return severity == Severity.NONE ? "" : severity.name().toLowerCase(Locale.ROOT);
    }
}
