// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeviceClocksTest {
    private static final long MINUTE = 60_000;

    private final DeviceClocks clocks = new DeviceClocks();

    @Test
    void theSlowestThatStillSendsTellsHowFarAllAre() {
        clocks.observe("slow", 1_000, 10 * MINUTE);
        clocks.observe("fast", 9_000, 10 * MINUTE);

        assertThat(clocks.progressMillis()).hasValue(1_000);

        clocks.observe("fast", 9_500, 11 * MINUTE + 1);

        assertThat(clocks.progressMillis()).hasValue(9_500);
    }

    /** Else the first record of a fast one would carry progress past what the slow one has yet to send. */
    @Test
    void aSlowDeviceHoldsProgressBackAfterARestartToo() {
        clocks.observe("slow", 1_000, 10 * MINUTE);
        clocks.observe("fast", 9_000, 10 * MINUTE);
        DeviceClocks restored = restored(clocks.takeChanged());

        restored.observe("fast", 9_500, 10 * MINUTE + 1);

        assertThat(restored.progressMillis()).hasValue(1_000);
    }

    @Test
    void whatHardlyMovedIsNotTakenAgain() {
        clocks.observe("one", 1_000, 10 * MINUTE);
        assertThat(clocks.takeChanged()).containsKey("one");

        clocks.observe("one", 1_000, 10 * MINUTE + 999);
        assertThat(clocks.takeChanged()).isEmpty();
        clocks.observe("one", 1_000, 10 * MINUTE + 1_000);
        assertThat(clocks.takeChanged()).containsEntry("one", new DeviceClocks.Reading(1_000, 10 * MINUTE + 1_000));
        clocks.observe("one", 1_001, 10 * MINUTE + 1_001);
        assertThat(clocks.takeChanged()).containsKey("one");
    }

    /** An event a second or slower, as each is taken then. */
    @Property
    void whatIsRestoredGoesOnAsIfNothingHadHappened(
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> devices,
            @ForAll @IntRange(max = 60) int restartAt) {
        var taken = new HashMap<String, DeviceClocks.Reading>();
        DeviceClocks alive = new DeviceClocks();
        DeviceClocks other = new DeviceClocks();
        var lateness = new ArrayList<Boolean>();
        for (int i = 0; i < devices.size(); i++) {
            if (i == restartAt) {
                taken.putAll(other.takeChanged());
                other = restored(taken);
                assertThat(other.progressMillis()).isEqualTo(alive.progressMillis());
            }
            String device = "PA-" + devices.get(i);
            long event = i * 40_000L - devices.get(i) * 30 * MINUTE;
            lateness.add(alive.observe(device, event, i * 7_000L) == other.observe(device, event, i * 7_000L));
            taken.putAll(other.takeChanged());
            assertThat(other.progressMillis()).isEqualTo(alive.progressMillis());
        }
        assertThat(lateness).doesNotContain(false);
    }

    private static DeviceClocks restored(Map<String, DeviceClocks.Reading> readings) {
        var restored = new DeviceClocks();
        readings.forEach(restored::restore);
        return restored;
    }
}
