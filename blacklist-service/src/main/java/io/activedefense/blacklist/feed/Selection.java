// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which listed entries a feed takes. What operators added is chosen by origin and family alone: it has no reason, no
 * device and no age.
 *
 * @param reasons at least one of them; empty: any
 * @param origins one of them; empty: any
 * @param devices at least one of them is in the latest evidence; empty: any
 * @param family absent: both
 * @param seenWithinDays seen or listed no longer ago, 1 to 730; absent: any
 */
public record Selection(
        Set<String> reasons,
        Set<Origin> origins,
        Set<String> devices,
        @Nullable AddressFamily family,
        @Nullable Integer seenWithinDays) {
    public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), null, null);
    private static final List<String> REASONS = List.of(RuleSet.PORT_SCAN, RuleSet.IP_SCAN, RuleSet.VULNERABILITY);
    private static final int MOST_DEVICES = 100;
    private static final int MOST_DAYS = 730;

    public Selection {
        for (String reason : reasons) {
            if (!REASONS.contains(reason)) {
                throw new InvalidSettingException("reasons", reason, "of " + String.join(", ", REASONS));
            }
        }
        if (devices.size() > MOST_DEVICES) {
            throw new InvalidSettingException("devices (count)", devices.size(), "in 0 to " + MOST_DEVICES);
        }
        if (seenWithinDays != null && (seenWithinDays < 1 || seenWithinDays > MOST_DAYS)) {
            throw new InvalidSettingException("seenWithinDays", seenWithinDays, "in 1 to " + MOST_DAYS);
        }
        reasons = Set.copyOf(reasons);
        origins = Set.copyOf(origins);
        devices = Set.copyOf(devices);
    }

    @JsonCreator
    static Selection withDefaults(
            @JsonProperty("reasons") @Nullable Set<String> reasons,
            @JsonProperty("origins") @Nullable Set<Origin> origins,
            @JsonProperty("devices") @Nullable Set<String> devices,
            @JsonProperty("family") @Nullable AddressFamily family,
            @JsonProperty("seenWithinDays") @Nullable Integer seenWithinDays) {
        return new Selection(
                reasons == null ? Set.of() : reasons,
                origins == null ? Set.of() : origins,
                devices == null ? Set.of() : devices,
                family,
                seenWithinDays);
    }

    /** Whether it looks at the devices of the evidence. */
    public boolean asksForDevices() {
        return !devices.isEmpty();
    }

    boolean takes(Candidate candidate, Instant now) {
        return (origins.isEmpty() || origins.contains(candidate.origin()))
                && (family == null || family.has(candidate.address()))
                && (candidate.isByOperator() || takesDetected(candidate, now));
    }

    private boolean takesDetected(Candidate candidate, Instant now) {
        return meet(reasons, candidate.reasons())
                && meet(devices, candidate.devices())
                && (seenWithinDays == null || candidate.latest().isAfter(now.minus(Duration.ofDays(seenWithinDays))));
    }

    private static boolean meet(Set<String> wanted, Set<String> there) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, there);
    }
}
