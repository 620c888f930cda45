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
 * A rule that counts distinct values in a sliding window of event time. A field that is left out takes its default.
 *
 * @param mode what its firing leads to
 * @param threshold it fires at more than this many, 1 to 1,000
 * @param windowMinutes 1 to 1,440, or 0, which turns the rule off
 * @param countedActions which events it counts
 */
public record DistinctCountSettings(RuleMode mode, int threshold, int windowMinutes, CountedActions countedActions) {
    public static final DistinctCountSettings DEFAULTS =
            new DistinctCountSettings(RuleMode.ENFORCE, 10, 10, CountedActions.ALL);

    public DistinctCountSettings {
        inRange("threshold", threshold, 1, 1_000);
        inRange("windowMinutes", windowMinutes, 0, 1_440);
    }

    @JsonCreator
    static DistinctCountSettings withDefaults(
            @JsonProperty("mode") @Nullable RuleMode mode,
            @JsonProperty("threshold") @Nullable Integer threshold,
            @JsonProperty("windowMinutes") @Nullable Integer windowMinutes,
            @JsonProperty("countedActions") @Nullable CountedActions countedActions) {
        return new DistinctCountSettings(
                or(mode, DEFAULTS.mode),
                or(threshold, DEFAULTS.threshold),
                or(windowMinutes, DEFAULTS.windowMinutes),
                or(countedActions, DEFAULTS.countedActions));
    }

    @JsonIgnore
    public boolean isOn() {
        return mode != RuleMode.OFF && windowMinutes > 0;
    }

    public Duration window() {
        return Duration.ofMinutes(windowMinutes);
    }
}
