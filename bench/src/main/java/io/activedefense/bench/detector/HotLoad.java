// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Events at a steady rate: nine of ten by one source that tries port after port of host after host, the tenth by a source
 * that is not seen again; and every {@value #SCAN_MILLIS} ms all events of a scan.
 */
final class HotLoad implements AutoCloseable {
    static final int SCAN_MILLIS = 50;

    /** What its producer is called. */
    static final String CLIENT = "load";

    private static final int PORTS = 11;
    private static final int HOT = 0x5b00_0000; // 91.0.0.0
    private static final int SCANNERS = 0x5c00_0000; // 92.0.0.0 and what is behind it
    private static final int OTHERS = 0x1400_0000; // 20.0.0.0 and what is behind it
    private static final int HOSTS = 0x0505_0000; // 5.5.0.0

    private final FirewallEventWriter writer = new FirewallEventWriter();
    private final KafkaProducer<byte[], byte[]> producer;
    private final int rate;
    private final Consumer<IpAddress> scanned;
    private long sent;
    private int scans;
    private double eventsPerSecond;

    /**
     * @param rate events a second
     * @param scanned is told a scanner, when its deciding event is about to be sent
     */
    HotLoad(KafkaConnection kafka, int rate, Consumer<IpAddress> scanned) {
        this.rate = rate;
        this.scanned = scanned;
        Map<String, Object> settings = new HashMap<>(EventTopic.PRODUCER);
        settings.put("client.id", CLIENT);
        this.producer = new KafkaProducer<>(kafka.with(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void runFor(Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long sentBefore = sent;
        long scansBefore = scans;
        for (long now = begin; now < end; now = System.nanoTime()) {
            long millis = (now - begin) / 1_000_000;
            while (sent - sentBefore < millis * rate / 1_000) {
                sendOne();
            }
            if (millis / SCAN_MILLIS >= scans - scansBefore) {
                scan();
            }
            LockSupport.parkNanos(500_000);
        }
        producer.flush();
        eventsPerSecond = (sent - sentBefore) * 1e9 / (System.nanoTime() - begin);
    }

    /** In the last run. */
    double eventsPerSecond() {
        return eventsPerSecond;
    }

    private void sendOne() {
        int number = (int) sent;
        if (sent % 10 == 0) {
            send(OTHERS + (number / 10 & 0x7f_ffff), HOSTS, 443);
        } else {
            send(HOT, HOSTS + (number >>> 16 & 0xff), number & 0xffff);
        }
    }

    private void scan() {
        int scanner = SCANNERS + scans++;
        for (int port = 1; port <= PORTS; port++) {
            if (port == PORTS) {
                scanned.accept(IpAddress.ipv4(scanner));
            }
            send(scanner, HOSTS, port);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a scan that gets lost is missed in the end
    private void send(int source, int destination, int port) {
        long now = System.currentTimeMillis();
        FirewallEvent event = DroppedSession.event(writer, source, IpAddress.ipv4(destination), port, now, sent);
        sent++;
        producer.send(new ProducerRecord<>(Topics.FIREWALL_EVENTS.name(), EventKey.of(event), event.bytes()));
    }

    @Override
    public void close() {
        producer.close();
    }
}
