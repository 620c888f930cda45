// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** An address or prefix a line, nothing else. */
final class PlainFormat implements ListFormat {
    private static final int LINE_ESTIMATE = 18;

    @Override
    public String id() {
        return "plain";
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
        lines.forEach(line -> text.append(line.address()).append('\n'));
        return text.toString().getBytes(US_ASCII);
    }
}
