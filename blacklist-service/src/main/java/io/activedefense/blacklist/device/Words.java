// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import java.time.Duration;

/** A duration in words, by its two largest units. */
public final class Words {
    private Words() {}

    public static String of(Duration duration) {
        if (duration.toDays() > 0) {
            return both(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return both(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        return duration.toMinutes() > 0
                ? both(duration.toMinutes(), "min", duration.toSecondsPart(), "s")
                : duration.toSeconds() + " s";
    }

    private static String both(long large, String largeUnit, int small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
