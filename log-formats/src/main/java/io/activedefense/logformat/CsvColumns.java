// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import io.activedefense.logformat.ParseOutcome.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a line of comma-separated values end, found eight bytes at a time.
 *
 * <pre>
 * line   = column *("," column)
 * column = bytes without "," and quotation marks, or a quotation mark, bytes, and a quotation mark;
 *          a quotation mark between them is doubled
 * </pre>
 *
 * So no value can pose as two: a comma in a value is within quotation marks, and a value can't end those. A line that is
 * written in another way is refused. Reusable.
 */
final class CsvColumns {
    private static final int MOST = 1024;
    private static final int NEVER = -2;

    private final int[] ends = new int[MOST];
    private int count;
    private int start;
    private int closed;
    private boolean open;
    private boolean doubled;

    /** Finds those of {@code [from, end)}; null if it did, else why not: then those before that are found. */
    @Nullable Malformed find(byte[] line, int from, int end) {
        count = 0;
        start = from;
        closed = NEVER;
        open = false;
        doubled = false;
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = (long) Key.LONG.get(line, at);
            long commas = EightBytes.marks(eight, EightBytes.COMMAS);
            long quotes = EightBytes.marks(eight, EightBytes.QUOTES);
            if (quotes == 0 && !open && closed < start && count + Long.BYTES <= MOST) {
                endColumns(commas, at);
            } else if (!takeAll(line, at, commas | quotes)) {
                return Malformed.QUOTES;
            }
        }
        for (; at < end; at++) {
            if ((line[at] == ',' || line[at] == '"') && !take(line, at)) {
                return Malformed.QUOTES;
            }
        }
        return finish(end);
    }

    private @Nullable Malformed finish(int end) {
        if (open) {
            return Malformed.CUT_SHORT;
        }
        return endColumn(end) ? null : Malformed.QUOTES;
    }

    /** Of eight bytes without a quotation mark, outside of any. */
    private void endColumns(long commas, int at) {
        for (long left = commas; left != 0; left &= left - 1) {
            start = at + EightBytes.first(left) + 1;
            ends[count++] = start - 1;
        }
    }

    private boolean takeAll(byte[] line, int at, long marks) {
        for (long left = marks; left != 0; left &= left - 1) {
            if (!take(line, at + EightBytes.first(left))) {
                return false;
            }
        }
        return true;
    }

    /** A comma or quotation mark; false if it may not stand there. */
    private boolean take(byte[] line, int at) {
        if (line[at] == ',') {
            return open || endColumn(at);
        }
        if (open) {
            open = false;
            closed = at;
            return true;
        }
        open = true;
        doubled |= closed == at - 1;
        return at == start || closed == at - 1;
    }

    /** A column that began with a quotation mark must have ended with one. */
    private boolean endColumn(int at) {
        if (count < MOST) {
            ends[count++] = at;
        }
        boolean whole = closed < start || closed == at - 1;
        start = at + 1;
        return whole;
    }

    int count() {
        return count;
    }

    /** Where the value of any column but the first begins, within its quotation marks if it has any. */
    int from(byte[] line, int column) {
        int from = ends[column - 1] + 1;
        return isQuoted(line, column) ? from + 1 : from;
    }

    /** Where that value ends. */
    int to(byte[] line, int column) {
        return isQuoted(line, column) ? ends[column] - 1 : ends[column];
    }

    private boolean isQuoted(byte[] line, int column) {
        int from = ends[column - 1] + 1;
        return from < ends[column] && line[from] == '"';
    }

    /** Whether any value holds a quotation mark, which is doubled there. */
    boolean hasDoubledQuotes() {
        return doubled;
    }
}
