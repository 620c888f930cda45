// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them. */
final class Csv {
    /** A spreadsheet takes what begins so for a formula, and would run it. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private static final char GUARD = '\'';

    private Csv() {}

    /**
     * A row of a file.
     *
     * @param line where it begins, from 1
     * @param fields its values
     */
    record Row(int line, List<String> fields) {
        Row {
            fields = List.copyOf(fields);
        }
    }

    static String write(List<String> fields) {
        return fields.stream().map(Csv::write).collect(Collectors.joining(",")) + "\r\n";
    }

    /**
     * Reads all rows; empty lines are none.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<Row> read(String text) {
        return new Reader(text).rows();
    }

    /** What was written so that no spreadsheet runs it, as it was before. */
    static String unguarded(String field) {
        return field.length() > 1 && field.charAt(0) == GUARD && isFormula(field.substring(1))
                ? field.substring(1)
                : field;
    }

    private static String write(String field) {
        String harmless = isFormula(field) ? GUARD + field : field;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** One that is guarded already counts too: else a guard that somebody wrote could not be told from ours. */
    private static boolean isFormula(String field) {
        int first = 0;
        while (first < field.length() && field.charAt(first) == GUARD) {
            first++;
        }
        return first < field.length() && BEGINS_A_FORMULA.indexOf(field.charAt(first)) >= 0;
    }

    /** Goes over the text once. */
    private static final class Reader {
        private final String text;
        private final List<Row> rows = new ArrayList<>();
        private final List<String> fields = new ArrayList<>();
        private final StringBuilder field = new StringBuilder();
        private int at;
        private int line = 1;
        private int rowLine = 1;

        Reader(String text) {
            this.text = text;
        }

        List<Row> rows() {
            while (at < text.length()) {
                char c = text.charAt(at++);
                switch (c) {
                    case '"' -> quoted();
                    case ',' -> endField();
                    case '\n' -> endRow();
                    case '\r' -> {}
                    default -> field.append(c);
                }
            }
            endRow();
            return rows;
        }

        private void quoted() {
            int opened = line;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    line += c == '\n' ? 1 : 0;
                    field.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append(text.charAt(at++));
                } else {
                    return;
                }
            }
            throw new IllegalArgumentException("the quote of line " + opened + " is not closed");
        }

        private void endField() {
            fields.add(field.toString());
            field.setLength(0);
        }

        private void endRow() {
            endField();
            if (fields.size() > 1 || !fields.getFirst().isBlank()) {
                rows.add(new Row(rowLine, fields));
            }
            fields.clear();
            line++;
            rowLine = line;
        }
    }
}
