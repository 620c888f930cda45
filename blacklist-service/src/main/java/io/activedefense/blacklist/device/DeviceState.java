// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device as operators see it.
 *
 * @param name what it is called
 * @param registration what was decided about it; absent: it was discovered, and nobody has decided
 * @param standing whether its lines are read; absent: no file of it was seen yet
 * @param conditions what an operator should know
 * @param files the bridges' latest word on each of its files
 */
public record DeviceState(
        String name,
        @Nullable Registration registration,
        @Nullable Standing standing,
        List<Condition> conditions,
        List<BridgeStatus> files) {
    public DeviceState {
        conditions = List.copyOf(conditions);
        files = List.copyOf(files);
    }

    public boolean is(Condition.Kind kind) {
        return conditions.stream().anyMatch(condition -> condition.kind() == kind);
    }
}
