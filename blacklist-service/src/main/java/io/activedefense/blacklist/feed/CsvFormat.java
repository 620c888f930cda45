// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** Columns {@code address,why,since,entries}, with a header. No value can hold a comma or begin a formula. */
final class CsvFormat implements ListFormat {
    private static final int LINE_ESTIMATE = 60;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8; header=present";
    }

    @Override
    public byte[] write(List<Line> lines) {
        var text = new StringBuilder(lines.size() * LINE_ESTIMATE).append("address,why,since,entries\r\n");
        for (Line line : lines) {
            text.append(line.address()).append(',').append(LineWords.why(line, " "));
            text.append(',')
                    .append(line.since())
                    .append(',')
                    .append(line.entries())
                    .append("\r\n");
        }
        return text.toString().getBytes(US_ASCII);
    }
}
