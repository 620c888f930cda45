// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.ConfiguredKeys.*;

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
import org.jspecify.annotations.Nullable;

/**
 * The PAN-OS custom log format that the product asks for, TRAFFIC and THREAT alike:
 *
 * <pre>
 * line   = [header] "SrcLocation=" plain "; SrcIP=" plain "; SrcPort=" plain "; SrcUser=" any
 *          "; DstLocation=" plain "; DstIP=" plain "; DstPort=" plain "; Action=" plain "; RuleName=" any
 *          "; RuleID=" plain "; TimeReceived=" plain "; ThreatName=" any
 *          "; ThreatID=" id "; Severity=" plain "; Subtype=" plain "; Type=" [" "] plain ";"
 * plain  = bytes without ";"
 * any    = bytes
 * id     = bytes without "; ThreatID=", or the threat's name and "(" digits ")"
 * header = {@link SyslogHeader}; nothing but a header may stand before SrcLocation
 * </pre>
 *
 * <p><b>No value can pose as another field.</b> A user name is typed by the attacker and may hold {@code ;}, {@code =}
 * and whole pairs such as {@code x; SrcIP=8.8.8.8; Severity=critical}. Of the fields before SrcUser none can hold a
 * semicolon, so they are the first three pairs of the line whatever follows; of those behind ThreatID none can, so they
 * are the last three, whatever stands before. Between them lie three values of any text, each followed by a group of keys
 * whose values are plain, so that a group's keys stand at consecutive semicolons:
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
 * <p>Empty values, {@code -} and the format's own variable that was not replaced ({@code $threat_name}) are absent. What
 * can't be seen here: a line that was cut just behind a forged {@code Type=} (its source is still true).
 */
public final class ConfiguredFormat implements LogFormat {
    private static final Words<Action> ACTIONS = new Words<>(Action.values(), Action::text);
    private static final Words<Subtype> SUBTYPES = new Words<>(Subtype.values(), Subtype::text);
    private static final Words<Severity> SEVERITIES = new Words<>(Severity.values(), ConfiguredFormat::word);
    private static final Words<LogType> LOG_TYPES = new Words<>(LogType.values(), LogType::name);

    /** What PAN-OS leaves in place of a value that a log type does not have, by key. */
    private static final Key[] VARIABLES = {
        new Key("$srcloc"),
        new Key("$src"),
        new Key("$sport"),
        new Key("$srcuser"),
        new Key("$dstloc"),
        new Key("$dst"),
        new Key("$dport"),
        new Key("$action"),
        new Key("$rule"),
        new Key("$rule_uuid"),
        new Key("$time_received"),
        new Key("$threat_name"),
        new Key("$threatid"),
        new Key("$severity"),
        new Key("$subtype"),
        new Key("$type"),
    };

    private final EventTimes times;
    private final WrittenTimes written = new WrittenTimes();
    private final ConfiguredKeys keys = new ConfiguredKeys();
    private final AddressScanner address = new AddressScanner();

    public ConfiguredFormat(EventTimes times) {
        this.times = times;
    }

    @Override
    public ParseOutcome parse(byte[] bytes, int from, int to, long arrivalMillis, FirewallEventWriter event) {
        event.clear().arrival(arrivalMillis);
        int end = withoutBlanks(bytes, from, to);
        if (end == from) {
            return Ignored.EMPTY_LINE;
        }
        int message = written.header.findMessage(bytes, from, end, ConfiguredKeys.BEGINNING);
        if (message < 0) {
            return Malformed.UNKNOWN_FORMAT;
        }
        Malformed misplaced = keys.find(bytes, message, end);
        return misplaced != null ? misplaced : readValues(bytes, arrivalMillis, event);
    }

    private ParseOutcome readValues(byte[] line, long arrivalMillis, FirewallEventWriter event) {
        ParseOutcome byType = readLogType(line, event);
        if (byType != Parsed.PARSED) {
            return byType;
        }
        Malformed wrong = readEnds(line, event);
        if (wrong == null) {
            wrong = readTime(line);
        }
        if (wrong == null) {
            wrong = readSeverity(line, event);
        }
        if (wrong != null) {
            return wrong;
        }
        times.set(written, arrivalMillis, event);
        readTexts(line, event);
        return Parsed.PARSED;
    }

    private ParseOutcome readLogType(byte[] line, FirewallEventWriter event) {
        int from = keys.valueFrom(LOG_TYPE);
        int to = keys.valueTo(LOG_TYPE);
        if (from < to && line[from] == ' ') {
            from++;
        }
        LogType type = LOG_TYPES.find(line, from, to);
        if (type == null) {
            return isName(line, from, to) ? Ignored.OTHER_LOG_TYPE : Malformed.LOG_TYPE;
        }
        event.logType(type);
        return Parsed.PARSED;
    }

    private @Nullable Malformed readEnds(byte[] line, FirewallEventWriter event) {
        if (!address.scan(line, keys.valueFrom(SOURCE_ADDRESS), keys.valueTo(SOURCE_ADDRESS))) {
            return Malformed.SOURCE_ADDRESS;
        }
        int sourcePort = port(line, SOURCE_PORT);
        if (sourcePort < 0) {
            return Malformed.SOURCE_PORT;
        }
        event.source(address.high(), address.low(), sourcePort);
        if (!address.scan(line, keys.valueFrom(DESTINATION_ADDRESS), keys.valueTo(DESTINATION_ADDRESS))) {
            return Malformed.DESTINATION_ADDRESS;
        }
        int destinationPort = port(line, DESTINATION_PORT);
        if (destinationPort < 0) {
            return Malformed.DESTINATION_PORT;
        }
        event.destination(address.high(), address.low(), destinationPort);
        return null;
    }

    private @Nullable Malformed readTime(byte[] line) {
        written.timeReceived = WrittenTimes.NONE;
        if (isAbsent(line, TIME_RECEIVED)) {
            return null;
        }
        boolean taken = written.takeTimeReceived(line, keys.valueFrom(TIME_RECEIVED), keys.valueTo(TIME_RECEIVED));
        return taken ? null : Malformed.TIME;
    }

    private @Nullable Malformed readSeverity(byte[] line, FirewallEventWriter event) {
        Severity severity = SEVERITIES.find(line, keys.valueFrom(SEVERITY), keys.valueTo(SEVERITY));
        if (severity != null) {
            event.severity(severity);
            return null;
        }
        return isAbsent(line, SEVERITY) ? null : Malformed.SEVERITY;
    }

    private void readTexts(byte[] line, FirewallEventWriter event) {
        Action action = ACTIONS.find(line, keys.valueFrom(ACTION), keys.valueTo(ACTION));
        if (action != null) {
            event.action(action);
        } else {
            text(line, ACTION, EventText.ACTION, event);
        }
        Subtype subtype = SUBTYPES.find(line, keys.valueFrom(SUBTYPE), keys.valueTo(SUBTYPE));
        if (subtype != null) {
            event.subtype(subtype);
        } else {
            text(line, SUBTYPE, EventText.SUBTYPE, event);
        }
        text(line, SOURCE_USER, EventText.SOURCE_USER, event);
        text(line, SOURCE_LOCATION, EventText.SOURCE_LOCATION, event);
        text(line, DESTINATION_LOCATION, EventText.DESTINATION_LOCATION, event);
        text(line, RULE_NAME, EventText.RULE_NAME, event);
        text(line, RULE_ID, EventText.RULE_ID, event);
        text(line, THREAT_NAME, EventText.THREAT_NAME, event);
        text(line, THREAT_ID, EventText.THREAT_ID, event);
    }

    private void text(byte[] line, int key, EventText field, FirewallEventWriter event) {
        if (!isAbsent(line, key)) {
            event.text(field, line, keys.valueFrom(key), keys.valueTo(key));
        }
    }

    private boolean isAbsent(byte[] line, int key) {
        int from = keys.valueFrom(key);
        int to = keys.valueTo(key);
        if (to - from <= 1) {
            return to == from || line[from] == '-';
        }
        return line[from] == '$' && VARIABLES[key].is(line, from, to);
    }

    /** 0 to 65535, or -1. */
    private int port(byte[] line, int key) {
        int from = keys.valueFrom(key);
        int to = keys.valueTo(key);
        if (from == to || to - from > 5) {
            return -1;
        }
        int port = 0;
        for (int at = from; at < to; at++) {
            if (!Digits.isDigit(line[at])) {
                return -1;
            }
            port = port * 10 + line[at] - '0';
        }
        return port <= 65_535 ? port : -1;
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

    private static int withoutBlanks(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == '\r' || bytes[end - 1] == ' ')) {
            end--;
        }
        return end;
    }

    private static String word(Severity severity) {
        return severity == Severity.NONE ? "" : severity.name().toLowerCase(Locale.ROOT);
    }
}
