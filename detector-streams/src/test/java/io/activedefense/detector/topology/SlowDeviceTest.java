// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static io.activedefense.detector.Events.NOON;
import static io.activedefense.detector.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.EventKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that is far behind the others in event time, but still sends, holds everything back, across a crash too. */
class SlowDeviceTest {
    private static final String SETTINGS = "{\"version\": 1, \"portScan\": {\"threshold\": 2}}";
    private static final int AHEAD = 7_200;

    private final DetectorDriver detector = new DetectorDriver(NOON);

    @BeforeEach
    void settings() {
        detector.settings(SETTINGS);
    }

    @AfterEach
    void close() {
        detector.close();
    }

    @Test
    void itsScansAreFoundThoughTheOthersAreHeardFirstAfterACrash() {
        slow(1, 0);
        slow(2, 1);
        fast(AHEAD);
        detector.passes(Duration.ofSeconds(1));

        detector.crashAndRestore();
        detector.settings(SETTINGS);
        fast(AHEAD + 1);
        detector.passes(Duration.ofSeconds(1));
        slow(3, 2);

        assertThat(detector.detections())
                .singleElement()
                .extracting(Detection::at)
                .isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void progressIsAfterACrashWhatItWasBefore() {
        slow(1, 0);
        fast(AHEAD);
        detector.crashAndRestore();
        detector.settings(SETTINGS);
        detector.passes(Duration.ofSeconds(1));

        assertThat(detector.statuses().getLast().progress()).isEqualTo(NOON);
    }

    private void slow(int port, int second) {
        append(traffic("PA-SLOW", "8.1.2.3", "5.6.7.8", port, second));
    }

    private void fast(int second) {
        append(traffic("PA-FAST", "8.1.2.4", "5.6.7.8", 443, second));
    }

    /** All within a minute of records, whatever the devices' clocks say. */
    private void append(FirewallEvent event) {
        detector.eventBytes(EventKey.of(event), event.bytes(), NOON.plusSeconds(AHEAD));
    }
}
