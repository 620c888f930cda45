// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.tail.Delivery;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A run of lines as records. They are kept until Kafka has them all: the file may be cut meanwhile, and what is sent
 * again after a failure must not depend on it.
 */
final class Stretch implements Delivery {
    private final String device;
    private final List<ProducerRecord<byte[], byte[]>> records;
    private final LineCounts counts;
    private final long bytes;
    private final long newestEventMillis;
    private volatile boolean acknowledged;

    Stretch(
            String device,
            List<ProducerRecord<byte[], byte[]>> records,
            LineCounts counts,
            long bytes,
            long newestEventMillis) {
        this.device = device;
        this.records = records;
        this.counts = counts;
        this.bytes = bytes;
        this.newestEventMillis = newestEventMillis;
        this.acknowledged = records.isEmpty();
    }

    /** Sends every record; what an earlier attempt may still hear of no longer counts. */
    void sendBy(Session session) {
        var attempt = new Attempt(session, records.size());
        for (var record : records) {
            session.send(record, attempt);
        }
    }

    @Override
    public boolean acknowledged() {
        return acknowledged;
    }

    @Override
    public LineCounts counts() {
        return counts;
    }

    @Override
    public long newestEventMillis() {
        return newestEventMillis;
    }

    /** That wrote the lines. */
    String device() {
        return device;
    }

    /** Of the lines. */
    long bytes() {
        return bytes;
    }

    private final class Attempt implements Callback {
        private final Session session;
        private final AtomicInteger open;

        Attempt(Session session, int records) {
            this.session = session;
            this.open = new AtomicInteger(records);
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata place, @Nullable Exception failure) {
            if (failure != null) {
                session.fail(failure);
            } else if (open.decrementAndGet() == 0) {
                acknowledged = true;
            }
        }
    }
}
