// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.decision;

import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceSettings;
import io.activedefense.ingest.device.Decisions;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decisions as the records tell them. What can't be read changes nothing: the last word of its device holds. */
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Map<String, Device> devices = new HashMap<>();
    private DeviceSettings settings = DeviceSettings.DEFAULTS;

    void take(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(Topics.DEVICES.name())) {
                takeDevice(record);
            } else if (Topics.SETTINGS_KEY.equals(record.key())) {
                takeSettings(record);
            }
        } catch (SerializationException e) {
            LOG.error(
                    "A decision can't be read and changes nothing. topic={} offset={} because={}",
                    record.topic(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private void takeDevice(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            devices.remove(record.key());
        } else {
            devices.put(record.key(), value(Topics.DEVICES, record));
        }
    }

    private void takeSettings(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null) {
            DefenseSettings document = value(Topics.DEFENSE_SETTINGS, record);
            settings = document.devices();
        }
    }

    private static <V> V value(Topic<String, V> topic, ConsumerRecord<String, byte[]> record) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
    }

    Decisions decisions() {
        return new Decisions(devices, settings);
    }
}
