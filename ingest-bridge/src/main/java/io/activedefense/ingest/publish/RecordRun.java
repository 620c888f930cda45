// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import static io.activedefense.contracts.event.EventText.DEVICE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.device.DeviceLines;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.LineSink;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.logformat.LogFormat;
import io.activedefense.logformat.ParseOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes records of lines. */
final class RecordRun implements LineSink.Run {
    private final LogFile file;
    private final byte[] device;
    private final DeviceLines devices;
    private final LogFormat format;
    private final FirewallEventWriter writer;
    private final long arrivalMillis;
    private final PublishListener listener;
    private final Consumer<Stretch> send;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(1024);
    private final Map<String, Long> deadLetters = new TreeMap<>();
    private @Nullable FirewallEvent last;
    private long lines;
    private long bytes;
    private long newestEventMillis = Delivery.NO_EVENT_TIME;

    RecordRun(
            LogFile file,
            DeviceLines devices,
            FirewallEventWriter writer,
            long arrivalMillis,
            PublishListener listener,
            Consumer<Stretch> send) {
        this.file = file;
        this.device = file.device().getBytes(UTF_8);
        this.devices = devices;
        this.format = devices.formatOf(file.device());
        this.writer = writer;
        this.arrivalMillis = arrivalMillis;
        this.listener = listener;
        this.send = send;
    }

    @Override
    public void line(byte[] buffer, int from, int to, long offset) {
        count(to - from);
        switch (format.parse(buffer, from, to, arrivalMillis, writer)) {
            case ParseOutcome.Parsed parsed -> add(event(offset, to - from));
            case ParseOutcome.Ignored ignored -> listener.ignored(ignored.label());
            case ParseOutcome.Malformed malformed -> refuse(buffer, from, to, offset, to - from, malformed.label());
        }
    }

    @Override
    public void tooLong(byte[] buffer, int from, int to, long offset, long length) {
        count(length);
        refuse(buffer, from, to, offset, length, DeadLetter.TOO_LONG);
    }

    @Override
    public Delivery end() {
        if (last != null) {
            devices.read(file, last);
        }
        var stretch = new Stretch(file.device(), records, new LineCounts(lines, deadLetters), bytes, newestEventMillis);
        send.accept(stretch);
        return stretch;
    }

    private void count(long length) {
        lines++;
        bytes += length + 1;
    }

    private FirewallEvent event(long offset, int length) {
        return writer.line(file.identity(), offset, length)
                .text(DEVICE, device, 0, device.length)
                .build();
    }

    /** An event is its bytes: what the topic's serde would make of it. */
    private void add(FirewallEvent event) {
        last = event;
        newestEventMillis = Math.max(newestEventMillis, event.eventTimeMillis());
        records.add(new ProducerRecord<>(Topics.FIREWALL_EVENTS.name(), EventKey.of(event), event.bytes()));
    }

    private void refuse(byte[] buffer, int from, int to, long offset, long length, String reason) {
        devices.refused(file, reason, offset, buffer, from, to);
        deadLetters.merge(reason, 1L, Long::sum);
        records.add(DeadLetter.of(file, buffer, from, to, offset, length, reason));
    }
}
