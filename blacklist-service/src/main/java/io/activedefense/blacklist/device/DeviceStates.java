// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.activedefense.contracts.settings.DeviceSettings;
import io.activedefense.contracts.status.BridgeStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How all devices are: those that are registered and those that were discovered.
 *
 * @param devices by name
 */
public record DeviceStates(List<DeviceState> devices) {
    public static final DeviceStates NONE = new DeviceStates(List.of());

    public DeviceStates {
        devices = List.copyOf(devices);
    }

    /**
     * Judges every device.
     *
     * @param statuses the bridges' latest word on each file
     */
    public static DeviceStates of(
            List<Registration> registrations, List<BridgeStatus> statuses, DeviceSettings settings, Instant now) {
        var registered = registrations.stream()
                .collect(toMap(registration -> registration.device().name(), registration -> registration));
        var files = statuses.stream().collect(groupingBy(BridgeStatus::device, TreeMap::new, Collectors.toList()));
        var judge = new Judge(lastWords(statuses), settings, now);
        var names = new TreeSet<>(registered.keySet());
        names.addAll(files.keySet());
        return new DeviceStates(names.stream()
                .map(name -> {
                    List<BridgeStatus> own = files.getOrDefault(name, List.of());
                    return judge.state(name, registered.get(name), own);
                })
                .toList());
    }

    private static Map<String, Instant> lastWords(List<BridgeStatus> statuses) {
        return statuses.stream()
                .collect(toMap(
                        BridgeStatus::instance,
                        BridgeStatus::at,
                        (one, other) -> Comparator.<Instant>naturalOrder().compare(one, other) > 0 ? one : other));
    }

    /** Those that something is wrong with: whoever tells operators of it asks here. */
    public List<DeviceState> troubled() {
        return devices.stream()
                .filter(device -> device.conditions().stream()
                        .anyMatch(condition -> condition.kind().isTrouble()))
                .toList();
    }

    public long count(Condition.Kind kind) {
        return devices.stream().filter(device -> device.is(kind)).count();
    }
}
