// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.status;

import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.status.DetectorStatus;
import java.util.List;

/**
 * Whether the detector has done what the settings say, by its own word.
 *
 * @param on whether it shall work
 * @param resetEpoch how often it shall have been reset
 * @param settingsVersion in force
 * @param confirmed whether every partition of it says so; false also while it has told nothing
 * @param partitions that have told of themselves
 * @param agreeing how many of them have these settings, this switch and these resets
 */
public record Confirmation(
        boolean on, int resetEpoch, long settingsVersion, boolean confirmed, int partitions, int agreeing) {

    public static Confirmation of(DefenseSettings settings, List<DetectorStatus> detector) {
        int agreeing = (int)
                detector.stream().filter(status -> agrees(status, settings)).count();
        return new Confirmation(
                settings.on(),
                settings.resetEpoch(),
                settings.version(),
                !detector.isEmpty() && agreeing == detector.size(),
                detector.size(),
                agreeing);
    }

    private static boolean agrees(DetectorStatus status, DefenseSettings settings) {
        return status.settingsVersion() >= settings.version()
                && status.on() == settings.on()
                && status.resetEpoch() >= settings.resetEpoch();
    }
}
