// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.FileProgress;
import io.activedefense.ingest.tail.Interval;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Tells once a second which files have come further, each under its name. */
public final class StatusReport {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final String instance;
    private final Path folder;
    private final Publisher publisher;
    private final PublishListener listener;
    private final Clock clock;
    private final Interval report;
    private final Map<String, FileProgress> reported = new ConcurrentHashMap<>();

    /**
     * @param ticker nanoseconds that only go forward
     */
    public StatusReport(
            String instance,
            Path folder,
            Publisher publisher,
            PublishListener listener,
            Clock clock,
            LongSupplier ticker) {
        this.instance = instance;
        this.folder = folder;
        this.publisher = publisher;
        this.listener = listener;
        this.clock = clock;
        this.report = new Interval(BETWEEN_REPORTS, ticker);
    }

    public boolean isDue() {
        return report.isDue();
    }

    /** Sends the status of every file whose progress is not what was sent last. */
    public void send(List<FileProgress> progress) {
        if (!publisher.connected()) {
            return;
        }
        for (FileProgress file : byName(progress)) {
            if (!file.equals(reported.put(file.file().name(), file))) {
                send(file);
            }
        }
    }

    /** A name's newest file stands for it; what is left to read of those before, is its lag too. */
    private static Collection<FileProgress> byName(List<FileProgress> progress) {
        var newest = new LinkedHashMap<String, FileProgress>();
        progress.forEach(
                file -> newest.merge(file.file().name(), file, (older, newer) -> newer.plusLag(older.lagBytes())));
        return newest.values();
    }

    private void send(FileProgress file) {
        String name = file.file().name();
        var status = new BridgeStatus(
                instance,
                folder.resolve(name).toString(),
                file.file().device(),
                file.offset(),
                file.lagBytes(),
                file.counts().lines(),
                file.counts().deadLetters(),
                lastLineAt(file),
                clock.instant());
        var topic = Topics.BRIDGE_STATUS;
        byte[] value = topic.valueSerde().serializer().serialize(topic.name(), status);
        var record = new ProducerRecord<>(topic.name(), (instance + "/" + name).getBytes(UTF_8), value);
        publisher.sendInPassing(record, (place, failure) -> {
            if (failure != null) {
                reported.remove(name, file);
                listener.statusLost(failure);
            }
        });
    }

    private static @Nullable Instant lastLineAt(FileProgress file) {
        long millis = file.newestEventMillis();
        return millis == Delivery.NO_EVENT_TIME ? null : Instant.ofEpochMilli(millis);
    }
}
