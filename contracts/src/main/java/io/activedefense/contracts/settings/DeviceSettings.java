// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import static io.activedefense.contracts.settings.DefenseSettings.or;
import static io.activedefense.contracts.settings.InvalidSettingException.inRange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How devices are taken in and watched. A field that is left out takes its default.
 *
 * @param newDevices what becomes of a device that nobody has decided about and that was never read
 * @param mostDevices a further new one waits where there are so many, 1 to 100,000
 * @param silenceMinutes a device that sent no line for so long is silent, 1 to 10,080, or 0: none ever is
 * @param clockSkewSeconds a device whose clock is off by more is told, 1 to 86,400
 */
public record DeviceSettings(NewDevices newDevices, int mostDevices, int silenceMinutes, int clockSkewSeconds) {
    public static final DeviceSettings DEFAULTS = new DeviceSettings(NewDevices.ACCEPT, 2_000, 10, 120);

    public DeviceSettings {
        inRange("mostDevices", mostDevices, 1, 100_000);
        inRange("silenceMinutes", silenceMinutes, 0, 10_080);
        inRange("clockSkewSeconds", clockSkewSeconds, 1, 86_400);
    }

    @JsonCreator
    static DeviceSettings withDefaults(
            @JsonProperty("newDevices") @Nullable NewDevices newDevices,
            @JsonProperty("mostDevices") @Nullable Integer mostDevices,
            @JsonProperty("silenceMinutes") @Nullable Integer silenceMinutes,
            @JsonProperty("clockSkewSeconds") @Nullable Integer clockSkewSeconds) {
        return new DeviceSettings(
                or(newDevices, DEFAULTS.newDevices),
                or(mostDevices, DEFAULTS.mostDevices),
                or(silenceMinutes, DEFAULTS.silenceMinutes),
                or(clockSkewSeconds, DEFAULTS.clockSkewSeconds));
    }

    @JsonIgnore
    public boolean watchesSilence() {
        return silenceMinutes > 0;
    }

    @JsonIgnore
    public Duration silence() {
        return Duration.ofMinutes(silenceMinutes);
    }
}
