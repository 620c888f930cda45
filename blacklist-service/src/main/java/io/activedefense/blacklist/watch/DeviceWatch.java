// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.watch;

import io.activedefense.blacklist.device.DeviceStates;
import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.device.Registration;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.status.StatusBoard;
import io.activedefense.contracts.settings.DeviceSettings;
import java.time.Clock;
import java.util.List;

/** Judges the devices from memory: by what the database last told of decisions, and the bridges of files. */
public final class DeviceWatch {
    private record Decided(List<Registration> registrations, DeviceSettings settings) {}

    private final StatusBoard board;
    private final Devices devices;
    private final SettingsStore settings;
    private final Clock clock;
    private volatile Decided decided = new Decided(List.of(), DeviceSettings.DEFAULTS);

    public DeviceWatch(StatusBoard board, Devices devices, SettingsStore settings, Clock clock) {
        this.board = board;
        this.devices = devices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks the database. */
    void look() {
        decided = new Decided(devices.all(), settings.current().settings().devices());
    }

    DeviceStates states() {
        Decided known = decided;
        return DeviceStates.of(known.registrations, board.bridges(), known.settings, clock.instant());
    }
}
