// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.device.Devices;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.Device;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The registered devices in their table. */
public final class PostgresDevices implements Devices {
    private final Database database;
    private final DeviceRows rows;
    private final Clock clock;

    PostgresDevices(Database database, DeviceRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<Device> all() {
        return database.read(connection ->
                rows.findAllOrderByName().stream().map(DeviceRow::device).toList());
    }

    @Override
    public Optional<Device> find(String name) {
        return database.read(connection -> rows.findById(name).map(DeviceRow::device));
    }

    @Override
    public void save(Device device, String by) {
        database.write(connection -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var row = DeviceRow.of(device, now, by);
            DeviceRow saved = rows.existsById(device.name()) ? rows.update(row) : rows.save(row);
            try (var outbox = new OutboxTable(connection, now)) {
                outbox.put(Topics.DEVICES, saved.name(), device);
                outbox.flush();
            }
            return saved;
        });
    }
}
