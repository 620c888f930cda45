// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topics;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Four firewalls log through the real rsyslogd, the real logrotate renames their files all the time, and the product is
 * killed again and again: every line is in Kafka once in effect, and a firewall's lines are in their order.
 */
@EnabledIfSystemProperty(named = TortureIT.SECONDS, matches = "[1-9]\\d*")
class TortureIT {
    static final String SECONDS = "active-defense.torture.seconds";

    private static final Logger LOG = LoggerFactory.getLogger(TortureIT.class);
    private static final int LINES_A_SECOND = 500;
    private static final Duration BETWEEN_ROTATIONS = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofMinutes(4);

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random();

    @Test
    void noLineIsLostCountedTwiceOrOutOfOrder() throws Exception {
        assumeTrue(
                Files.isExecutable(RealSyslog.RSYSLOGD) && Files.isExecutable(RealSyslog.LOGROTATE),
                "rsyslogd or logrotate is not installed: the torture run was NOT made");
        var duration = Duration.ofSeconds(Long.getLong(SECONDS));
        var logs = Files.createDirectory(folder.resolve("logs"));
        var data = folder.resolve("data");
        RunningUp.ready(data, "--logs", logs.toString()).close();
        try (var syslog = RealSyslog.begun(folder, logs, freePort())) {
            List<LoggingFirewall> firewalls = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                firewalls.add(new LoggingFirewall(i, LINES_A_SECOND, syslog.connect()));
            }
            int kills = killAndRotate(duration, syslog, data, logs);
            Map<String, Integer> sent = new HashMap<>();
            for (LoggingFirewall firewall : firewalls) {
                sent.put(firewall.name(), firewall.stop());
            }
            long total = sent.values().stream().mapToInt(Integer::intValue).sum();
            await().atMost(LONG).until(() -> linesIn(logs) == total);
            LOG.info("Logged. lines={} files={} kills={}", total, filesIn(logs), kills);
            try (var up = RunningUp.ready(data, "--logs", logs.toString())) {
                await().atMost(LONG)
                        .pollInterval(Duration.ofSeconds(2))
                        .untilAsserted(() -> assertThat(counts(inEffect(up))).isEqualTo(sent));
                assertInOrder(inEffect(up));
            }
        }
    }

    /** Returns how often the product was killed. */
    private int killAndRotate(Duration duration, RealSyslog syslog, Path data, Path logs) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        int kills = 0;
        long rotateAt = System.nanoTime();
        while (System.nanoTime() < end) {
            var up = RunningUp.begin(data, "--logs", logs.toString());
            long killAt = System.nanoTime()
                    + Duration.ofSeconds(15 + random.nextInt(25)).toNanos();
            while (System.nanoTime() < Math.min(killAt, end)) {
                if (System.nanoTime() >= rotateAt) {
                    syslog.rotate();
                    rotateAt = System.nanoTime() + BETWEEN_ROTATIONS.toNanos();
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            up.killAll();
            kills++;
        }
        return kills;
    }

    private static long linesIn(Path logs) throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                try (var text = Files.lines(file)) {
                    lines += text.count();
                }
            }
        }
        return lines;
    }

    private static long filesIn(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.count();
        }
    }

    /** The numbers of each firewall's lines, without repeats as the detector knows them. */
    private static Map<String, List<Integer>> inEffect(RunningUp up) throws IOException {
        Map<String, List<Integer>> numbers = new HashMap<>();
        Map<FileIdentity, Long> last = new HashMap<>();
        for (FirewallEvent event : events(bootstrap(up.data()))) {
            var line = event.line();
            // A source's lines are in one partition, and here a firewall logs of one source only.
            if (line.offset() > last.getOrDefault(line.file(), -1L)) {
                last.put(line.file(), line.offset());
                numbers.computeIfAbsent(event.text(EventText.DEVICE), device -> new ArrayList<>())
                        .add(event.destination().ipv4Bits() & 0xFFFFFF);
            }
        }
        return numbers;
    }

    private static Map<String, Integer> counts(Map<String, List<Integer>> numbers) {
        return numbers.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, device -> device.getValue().size()));
    }

    private static void assertInOrder(Map<String, List<Integer>> numbers) {
        numbers.forEach((device, seen) -> assertThat(seen)
                .as(device)
                .isEqualTo(IntStream.range(0, seen.size()).boxed().toList()));
    }

    private static List<FirewallEvent> events(String bootstrap) {
        var topic = Topics.FIREWALL_EVENTS;
        var events = new ArrayList<FirewallEvent>();
        try (var consumer = new KafkaConsumer<>(
                KafkaConnection.to(bootstrap).with(Map.of()),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(record.value()));
            }
        }
        return events;
    }

    private static String bootstrap(Path data) throws IOException {
        var ports = new Properties();
        ports.load(new StringReader(Files.readString(data.resolve("ports.properties"))));
        return "127.0.0.1:" + ports.getProperty("broker");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
