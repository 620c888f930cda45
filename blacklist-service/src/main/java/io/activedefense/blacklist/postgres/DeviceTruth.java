// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.relay.Truth;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.Device;
import java.util.function.BiConsumer;

/** The registered devices, as the topic should know them. */
public final class DeviceTruth implements Truth<Device> {
    private final Devices devices;

    public DeviceTruth(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Topic<String, Device> topic() {
        return Topics.DEVICES;
    }

    @Override
    public void forEach(BiConsumer<String, Device> told) {
        devices.all().forEach(registered -> told.accept(registered.device().name(), registered.device()));
    }

    @Override
    public Object fingerprint(Device value) {
        return value;
    }
}
