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
 * What keeps a list from doing harm: when many changes at once are an operator's business, and what is too wide. A field that is left out takes its default.
 *
 * @param burstEntries more new detected entries than this in {@code burstMinutes} are an alarm, 1 to 1,000,000
 * @param burstMinutes the span that is looked at, 1 to 1,440; as many quiet minutes end a burst
 * @param burstHolds whether in a burst the new entries of rules 1 and 2 wait in the review queue
 * @param shrinkPercent a version of a list that drops more than this share of the last one waits for an operator's
 *     word, 1 to 100
 * @param shrinkEntries and at least so many entries, 1 to 1,000,000
 * @param widestIpv4Prefix what is wider than this is never listed, 8 to 32
 * @param widestIpv6Prefix the same of IPv6, 16 to 64, by which sources are grouped
 */
public record GuardSettings(
        int burstEntries,
        int burstMinutes,
        boolean burstHolds,
        int shrinkPercent,
        int shrinkEntries,
        int widestIpv4Prefix,
        int widestIpv6Prefix) {
    public static final GuardSettings DEFAULTS = new GuardSettings(500, 10, false, 50, 100, 16, 32);

    public GuardSettings {
        inRange("burstEntries", burstEntries, 1, 1_000_000);
        inRange("burstMinutes", burstMinutes, 1, 1_440);
        inRange("shrinkPercent", shrinkPercent, 1, 100);
        inRange("shrinkEntries", shrinkEntries, 1, 1_000_000);
        inRange("widestIpv4Prefix", widestIpv4Prefix, 8, 32);
        inRange("widestIpv6Prefix", widestIpv6Prefix, 16, 64);
    }

    @JsonCreator
    static GuardSettings withDefaults(
            @JsonProperty("burstEntries") @Nullable Integer burstEntries,
            @JsonProperty("burstMinutes") @Nullable Integer burstMinutes,
            @JsonProperty("burstHolds") @Nullable Boolean burstHolds,
            @JsonProperty("shrinkPercent") @Nullable Integer shrinkPercent,
            @JsonProperty("shrinkEntries") @Nullable Integer shrinkEntries,
            @JsonProperty("widestIpv4Prefix") @Nullable Integer widestIpv4Prefix,
            @JsonProperty("widestIpv6Prefix") @Nullable Integer widestIpv6Prefix) {
        return new GuardSettings(
                or(burstEntries, DEFAULTS.burstEntries),
                or(burstMinutes, DEFAULTS.burstMinutes),
                or(burstHolds, DEFAULTS.burstHolds),
                or(shrinkPercent, DEFAULTS.shrinkPercent),
                or(shrinkEntries, DEFAULTS.shrinkEntries),
                or(widestIpv4Prefix, DEFAULTS.widestIpv4Prefix),
                or(widestIpv6Prefix, DEFAULTS.widestIpv6Prefix));
    }

    @JsonIgnore
    public Duration burstSpan() {
        return Duration.ofMinutes(burstMinutes);
    }
}
