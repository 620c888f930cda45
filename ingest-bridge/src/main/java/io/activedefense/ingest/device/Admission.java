// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.NewDevices;
import io.activedefense.contracts.status.Standing;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which devices' lines are read. A device that nobody has decided about is read if it ever was: to make new ones wait, or
 * to allow fewer, must not blind the product on those it reads.
 */
final class Admission {
    private final Set<String> admitted;
    private @Nullable Decisions counted;
    private int count;

    /**
     * @param everRead devices that lines were read of
     */
    Admission(Set<String> everRead) {
        admitted = new HashSet<>(everRead);
    }

    Standing standing(String device, Decisions decisions) {
        Device decided = decisions.devices().get(device);
        if (decided != null) {
            return decided.enabled() ? admit(device) : Standing.DISABLED;
        }
        if (admitted.contains(device)) {
            return Standing.READ;
        }
        if (decisions.settings().newDevices() == NewDevices.WAIT) {
            return Standing.WAITING;
        }
        return count(decisions) < decisions.settings().mostDevices() ? admit(device) : Standing.OVER_LIMIT;
    }

    private Standing admit(String device) {
        if (admitted.add(device)) {
            counted = null;
        }
        return Standing.READ;
    }

    /** Devices that are decided about or read. */
    private int count(Decisions decisions) {
        if (!decisions.equals(counted)) {
            long more = decisions.devices().keySet().stream()
                    .filter(device -> !admitted.contains(device))
                    .count();
            count = admitted.size() + (int) more;
            counted = decisions;
        }
        return count;
    }
}
