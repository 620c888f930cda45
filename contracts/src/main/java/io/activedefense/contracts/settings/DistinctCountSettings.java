// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import static io.activedefense.contracts.settings.InvalidSettingException.inRange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;

/**
 * A rule that counts distinct values in a sliding window of event time.
 *
 * @param mode what its firing leads to
 * @param threshold it fires at more than this many, 1 to 1,000
 * @param windowMinutes 1 to 1,440, or 0, which turns the rule off
 * @param countedActions which events it counts
 */
public record DistinctCountSettings(RuleMode mode, int threshold, int windowMinutes, CountedActions countedActions) {
    public DistinctCountSettings {
        inRange("threshold", threshold, 1, 1_000);
        inRange("windowMinutes", windowMinutes, 0, 1_440);
    }

    @JsonIgnore
    public boolean isOn() {
        return mode != RuleMode.OFF && windowMinutes > 0;
    }

    public Duration window() {
        return Duration.ofMinutes(windowMinutes);
    }
}
