// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.kafka.Topics;
import io.activedefense.ingest.tail.LogFile;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A line that no event could be made of, as it goes to the topic of dead letters. */
final class DeadLetter {
    /** No more of a line is kept, in bytes. */
    static final int LONGEST = 64 * 1024;

    static final String TOO_LONG = "too-long";

    private DeadLetter() {}

    /** Of the bytes {@code [from, to)}, the beginning of a line of that length at that offset. */
    static ProducerRecord<byte[], byte[]> of(
            LogFile file, byte[] buffer, int from, int to, long offset, long length, String reason) {
        byte[] raw = Arrays.copyOfRange(buffer, from, Math.min(to, from + LONGEST));
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(),
                null,
                file.device().getBytes(UTF_8),
                raw,
                List.of(
                        header("file", file.name()),
                        header("offset", String.valueOf(offset)),
                        header("length", String.valueOf(length)),
                        header("reason", reason)));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
