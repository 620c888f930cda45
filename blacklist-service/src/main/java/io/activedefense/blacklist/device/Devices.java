// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import io.activedefense.contracts.settings.Device;
import java.util.List;
import java.util.Optional;

/** The registered firewalls. */
public interface Devices {
    /** By name. */
    List<Device> all();

    Optional<Device> find(String name);

    /** Registers the device, or changes what was decided about it. */
    void save(Device device, String by);
}
