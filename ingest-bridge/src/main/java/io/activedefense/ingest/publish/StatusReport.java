// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.ingest.device.FileStatus;
import io.activedefense.ingest.device.SafeText;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.FileProgress;
import io.activedefense.ingest.tail.Interval;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells once a second how the files are that have changed, and every minute of each, so that whoever reads it knows that
 * the bridge lives. Of no more than {@value #MOST_A_SECOND} at once: the others' turn comes before theirs comes again.
 */
public final class StatusReport {
    static final int MOST_A_SECOND = 200;

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofMinutes(1);

    private record Sent(FileStatus status, Instant at) {}

    private final String instance;
    private final Publisher publisher;
    private final PublishListener listener;
    private final Clock clock;
    private final Interval report;
    private final Map<Path, Sent> reported = new ConcurrentHashMap<>();
    private final Set<Path> takenBack = ConcurrentHashMap.newKeySet();

    /**
     * @param ticker nanoseconds that only go forward
     */
    public StatusReport(
            String instance, Publisher publisher, PublishListener listener, Clock clock, LongSupplier ticker) {
        this.instance = instance;
        this.publisher = publisher;
        this.listener = listener;
        this.clock = clock;
        this.report = new Interval(BETWEEN_REPORTS, ticker);
    }

    public boolean isDue() {
        return report.isDue();
    }

    /** Sends what is not what was sent last, or was sent a minute ago; what was not told for longest goes first. */
    public void send(List<FileStatus> files) {
        if (!publisher.connected()) {
            return;
        }
        Instant now = clock.instant();
        files.stream()
                .filter(file -> isNews(file, now))
                .sorted(Comparator.comparing(this::lastTold))
                .limit(MOST_A_SECOND)
                .forEach(file -> send(file, now));
    }

    /** Of logs that are gone for good nothing shall be told any more: their last status goes too. */
    public void takeBack(Set<Path> gone) {
        takenBack.retainAll(gone);
        if (publisher.connected()) {
            gone.stream()
                    .filter(log -> !takenBack.contains(log))
                    .limit(MOST_A_SECOND)
                    .forEach(this::takeBack);
        }
    }

    private void takeBack(Path log) {
        reported.remove(log);
        takenBack.add(log);
        publisher.sendInPassing(new ProducerRecord<>(Topics.BRIDGE_STATUS.name(), key(log), null), (place, failure) -> {
            if (failure != null) {
                takenBack.remove(log);
                listener.statusLost(failure);
            }
        });
    }

    private boolean isNews(FileStatus file, Instant now) {
        Sent last = reported.get(log(file));
        return last == null || !last.status.equals(file) || !now.isBefore(last.at.plus(BETWEEN_SIGNS_OF_LIFE));
    }

    private Instant lastTold(FileStatus file) {
        Sent last = reported.get(log(file));
        return last == null ? Instant.MIN : last.at;
    }

    private void send(FileStatus file, Instant now) {
        Path log = log(file);
        var topic = Topics.BRIDGE_STATUS;
        byte[] value = topic.valueSerde().serializer().serialize(topic.name(), status(file, now));
        var sent = new Sent(file, now);
        reported.put(log, sent);
        publisher.sendInPassing(new ProducerRecord<>(topic.name(), key(log), value), (place, failure) -> {
            if (failure != null) {
                reported.remove(log, sent);
                listener.statusLost(failure);
            }
        });
    }

    private BridgeStatus status(FileStatus file, Instant now) {
        FileProgress progress = file.progress();
        return new BridgeStatus(
                instance,
                SafeText.of(log(file).toString()),
                file.device(),
                file.standing(),
                progress.offset(),
                progress.lagBytes(),
                file.lagSeconds(),
                progress.counts().lines(),
                progress.counts().deadLetters(),
                file.refused(),
                lastLineAt(progress),
                file.grewAt(),
                file.clockSkewSeconds(),
                now);
    }

    /** Logs of two folders may have the same name. */
    private byte[] key(Path log) {
        return (instance + ":" + SafeText.of(log.toString())).getBytes(UTF_8);
    }

    private static Path log(FileStatus file) {
        return file.progress().file().path();
    }

    private static @Nullable Instant lastLineAt(FileProgress file) {
        long millis = file.newestEventMillis();
        return millis == Delivery.NO_EVENT_TIME ? null : Instant.ofEpochMilli(millis);
    }
}
