// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import io.activedefense.contracts.settings.Device;
import java.util.List;
import java.util.Optional;

/** The registered firewalls. */
public interface Devices {
    /** By name. */
    List<Registration> all();

    Optional<Registration> find(String name);

    /** Registers the device; empty, and nothing is changed, if it is registered. */
    Optional<Registration> register(Device device, String by);

    /** Changes what was decided about the device, or registers it. */
    Registration save(Device device, String by);

    /** Forgets what was decided; false if it was not registered. */
    boolean remove(String name);
}
