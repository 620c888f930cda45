// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import io.activedefense.blacklist.device.Condition.Kind;
import io.activedefense.contracts.settings.DeviceSettings;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what an operator should know of a device. Its newest file speaks for it.
 *
 * @param lastWords when each bridge was last heard of
 * @param settings what is too long and too much
 * @param now when this is asked
 */
record Judge(Map<String, Instant> lastWords, DeviceSettings settings, Instant now) {
    /** A bridge tells of every file once a minute: it has missed three. */
    private static final Duration BRIDGE_SILENCE = Duration.ofMinutes(3);

    private static final long HALF_HOUR_SECONDS = 1_800;
    private static final long NEARLY_SECONDS = 180;
    private static final long FURTHEST_AHEAD_SECONDS = 3_600;

    DeviceState state(String name, @Nullable Registration registration, List<BridgeStatus> files) {
        Optional<BridgeStatus> newest = files.stream().max(Comparator.comparing(BridgeStatus::at));
        Standing standing = newest.map(BridgeStatus::standing).orElse(null);
        return new DeviceState(
                name, registration, standing, newest.map(this::conditions).orElse(List.of()), files);
    }

    private List<Condition> conditions(BridgeStatus file) {
        var conditions = new ArrayList<Condition>();
        Instant lastWord = lastWords.getOrDefault(file.instance(), file.at());
        if (lastWord.plus(BRIDGE_SILENCE).isBefore(now)) {
            conditions.add(new Condition(Kind.UNHEARD, "bridge " + file.instance() + " is silent", lastWord));
        } else if (file.standing() == Standing.READ) {
            silence(file).ifPresent(conditions::add);
        }
        if (file.standing() == Standing.READ) {
            clock(file).ifPresent(conditions::add);
        }
        waiting(file.standing()).ifPresent(conditions::add);
        return conditions;
    }

    private Optional<Condition> silence(BridgeStatus file) {
        Instant grewAt = file.grewAt();
        if (!settings.watchesSilence()
                || grewAt == null
                || !grewAt.plus(settings.silence()).isBefore(now)) {
            return Optional.empty();
        }
        String detail = "no line for " + Words.of(Duration.between(grewAt, now));
        return Optional.of(new Condition(Kind.SILENT, detail, grewAt));
    }

    private Optional<Condition> clock(BridgeStatus file) {
        Long skew = file.clockSkewSeconds();
        if (skew == null || Math.abs(skew) <= settings.clockSkewSeconds()) {
            return Optional.empty();
        }
        String off = Words.of(Duration.ofSeconds(Math.abs(skew)));
        String atLeast = skew <= -FURTHEST_AHEAD_SECONDS ? " or more" : "";
        String detail = "its clock is " + off + atLeast + (skew > 0 ? " slow" : " fast") + zoneHint(skew);
        return Optional.of(new Condition(Kind.CLOCK_OFF, detail, null));
    }

    /** Clocks are rarely wrong by whole half hours; time zones always. */
    private static String zoneHint(long skewSeconds) {
        long off = Math.abs(skewSeconds);
        long toHalfHour = Math.abs(off - Math.round(off / (double) HALF_HOUR_SECONDS) * HALF_HOUR_SECONDS);
        boolean isZone = off >= HALF_HOUR_SECONDS - NEARLY_SECONDS && toHalfHour <= NEARLY_SECONDS;
        return isZone ? ": most likely its times are of another time zone" : "";
    }

    private static Optional<Condition> waiting(Standing standing) {
        return switch (standing) {
            case WAITING -> Optional.of(new Condition(Kind.WAITING, "it waits for approval", null));
            case OVER_LIMIT ->
                Optional.of(new Condition(
                        Kind.WAITING, "it waits for approval: there are as many devices as are allowed", null));
            case READ, DISABLED -> Optional.empty();
        };
    }
}
