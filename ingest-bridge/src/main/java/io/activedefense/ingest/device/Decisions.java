// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceSettings;
import java.util.Map;

/**
 * What operators have decided.
 *
 * @param devices by name
 * @param settings for the others
 */
public record Decisions(Map<String, Device> devices, DeviceSettings settings) {
    public Decisions {
        devices = Map.copyOf(devices);
    }
}
