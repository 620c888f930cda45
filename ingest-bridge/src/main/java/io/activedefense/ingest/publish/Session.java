// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** One producer until its first failure. */
final class Session {
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Session(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Sends the record, unless the session has failed: what comes behind a lost record must not overtake it. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    void send(ProducerRecord<byte[], byte[]> record, Callback whenDone) {
        var before = failure.get();
        if (before != null) {
            whenDone.onCompletion(null, new KafkaException("not sent: something before it failed", before));
            return;
        }
        try {
            producer.send(record, whenDone);
        } catch (KafkaException | IllegalStateException e) { // the latter: closed by a failure just now
            fail(e);
            whenDone.onCompletion(null, e);
        }
    }

    /**
     * Ends the session, in the producer's own thread too: closed at once, it sends nothing that comes behind what failed.
     */
    void fail(Throwable because) {
        if (failure.compareAndSet(null, because)) {
            producer.close(Duration.ZERO);
        }
    }

    /** Why it has failed; absent: it has not. */
    @Nullable Throwable failure() {
        return failure.get();
    }

    void close(Duration patience) {
        producer.close(patience);
    }
}
