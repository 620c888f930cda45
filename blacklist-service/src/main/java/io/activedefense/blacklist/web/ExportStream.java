// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.EntryPage;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.exchange.EntryFile;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as a file, read from the database a page at a time as the caller takes them. */
final class ExportStream extends InputStream {
    private final Blacklist blacklist;
    private final EntryFile file;
    private @Nullable EntryQuery next;
    private byte[] bytes;
    private int at;

    ExportStream(Blacklist blacklist, EntryFile file, EntryQuery first) {
        this.blacklist = blacklist;
        this.file = file;
        this.next = first;
        this.bytes = file.heading().getBytes(UTF_8);
    }

    @Override
    public int read() {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    /** Whether there is more. */
    private boolean fill() {
        while (at == bytes.length && next != null) {
            EntryPage page = blacklist.search(next);
            bytes = page.entries().stream()
                    .map(file::line)
                    .collect(Collectors.joining())
                    .getBytes(UTF_8);
            at = 0;
            next = page.next() == null ? null : next.behind(next.order().read(page.next()));
        }
        return at < bytes.length;
    }
}
