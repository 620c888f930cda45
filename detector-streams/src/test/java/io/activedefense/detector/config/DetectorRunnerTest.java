// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import static io.activedefense.detector.Events.threat;
import static io.activedefense.detector.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The detector on a real broker: started, switched, stopped and started again. */
class DetectorRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<Detection> detections = new ArrayList<>();

    @Test
    void keepsItsStateOverARestartAndWorksOffWhatCameWhileItWasOff(@TempDir Path directory) throws Exception {
        try (var kafka = new DetectorKafka()) {
            var detected = kafka.reader(Topics.DETECTIONS);
            try (var detector = kafka.detector(directory)) {
                await("settings").atMost(LONG).until(() -> detector.condition().what(), "waiting for settings"::equals);
                kafka.settings("{\"version\": 1, \"portScan\": {\"threshold\": 2}}");
                await("running").atMost(LONG).until(() -> detector.condition().ready());
                kafka.events(traffic("PA-1", "8.1.2.3", "5.6.7.8", 1, 0), traffic("PA-1", "8.1.2.3", "5.6.7.8", 2, 1));
                // What came before it has been judged as well: same partition or not, the commit is one.
                kafka.events(threat("PA-1", "8.1.1.1", 2));
                await("a detection")
                        .atMost(LONG)
                        .untilAsserted(() -> assertThat(read(detected)).contains("8.1.1.1 vulnerability"));
            }
            try (var detector = kafka.detector(directory)) {
                await("running again")
                        .atMost(LONG)
                        .until(() -> detector.condition().ready());
                kafka.events(traffic("PA-1", "8.1.2.3", "5.6.7.8", 3, 3));
                await("the third port")
                        .atMost(LONG)
                        .untilAsserted(() -> assertThat(read(detected)).contains("8.1.2.3 port-scan"));

                kafka.settings("{\"version\": 2, \"on\": false, \"portScan\": {\"threshold\": 2}}");
                await("off").atMost(LONG).until(() -> detector.condition().what(), "off"::equals);
                kafka.events(threat("PA-1", "8.7.7.7", 5));
                kafka.settings("{\"version\": 3, \"on\": true, \"portScan\": {\"threshold\": 2}}");
                await("the backlog")
                        .atMost(LONG)
                        .untilAsserted(() -> assertThat(read(detected)).contains("8.7.7.7 vulnerability"));
            }
            assertThat(read(detected)).doesNotHaveDuplicates();
        }
    }

    private List<String> read(KafkaConsumer<String, Detection> consumer) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> detections.add(record.value()));
        return detections.stream()
                .map(detection -> detection.source() + " " + detection.rule())
                .toList();
    }
}
