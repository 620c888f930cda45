// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.ZoneOffset;
import java.util.List;

/** A line as {@code 203.0.113.7 ip-scan, port-scan since 2026-11-22}: PAN-OS shows what stands behind the space. */
final class CommentedFormat implements ListFormat {
    private static final int LINE_ESTIMATE = 50;

    @Override
    public String id() {
        return "plain-with-comments";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String contentType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public byte[] write(List<Line> lines) {
        var text = new StringBuilder(lines.size() * LINE_ESTIMATE);
        lines.forEach(line -> write(line, text));
        return text.toString().getBytes(US_ASCII);
    }

    private static void write(Line line, StringBuilder text) {
        text.append(line.address()).append(' ').append(LineWords.why(line, ", "));
        text.append(" since ").append(line.since().atZone(ZoneOffset.UTC).toLocalDate());
        if (line.entries() > 1) {
            text.append(", ").append(line.entries()).append(" entries");
        }
        text.append('\n');
    }
}
