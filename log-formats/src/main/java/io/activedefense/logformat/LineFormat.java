// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.logformat.ParseOutcome.Ignored;
import io.activedefense.logformat.ParseOutcome.Malformed;
import io.activedefense.logformat.ParseOutcome.Parsed;

/**
 * Reads a line under the first of its formats that the message begins like. No two of them begin alike: a line that is
 * refused has been judged by the format it looks like, and no other could have taken it.
 */
final class LineFormat implements LogFormat {
    private final MessageFormat[] formats;
    private final EventTimes times;
    private final WrittenTimes written = new WrittenTimes();
    private final Values values = new Values();
    private final EventFields fields = new EventFields();

    LineFormat(EventTimes times, MessageFormat... formats) {
        this.times = times;
        this.formats = formats;
    }

    @Override
    public ParseOutcome parse(byte[] bytes, int from, int to, long arrivalMillis, FirewallEventWriter event) {
        event.clear().arrival(arrivalMillis);
        int end = withoutBlanks(bytes, from, to);
        if (end == from) {
            return Ignored.EMPTY_LINE;
        }
        SyslogHeader header = written.header;
        for (int at = header.begin(bytes, from, end); at >= 0; at = header.nextWord()) {
            for (MessageFormat format : formats) {
                if (format.beginsAt(bytes, at, end)) {
                    ParseOutcome found = format.find(bytes, at, end, values);
                    return found == Parsed.PARSED ? read(arrivalMillis, event) : found;
                }
            }
        }
        return Malformed.UNKNOWN_FORMAT;
    }

    private ParseOutcome read(long arrivalMillis, FirewallEventWriter event) {
        ParseOutcome outcome = fields.read(values, written, event);
        if (outcome == Parsed.PARSED) {
            times.set(written, arrivalMillis, event);
        }
        return outcome;
    }

    private static int withoutBlanks(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == '\r' || bytes[end - 1] == ' ')) {
            end--;
        }
        return end;
    }
}
