// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.device.Registration;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.Device;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    public List<Registration> all() {
        return database.read(connection ->
                rows.findAllOrderByName().stream().map(DeviceRow::registration).toList());
    }

    @Override
    public Optional<Registration> find(String name) {
        return database.read(connection -> rows.findById(name).map(DeviceRow::registration));
    }

    @Override
    public Optional<Registration> register(Device device, String by) {
        return database.write(connection ->
                rows.existsById(device.name()) ? Optional.empty() : Optional.of(put(connection, device, by)));
    }

    @Override
    public Registration save(Device device, String by) {
        return database.write(connection -> put(connection, device, by));
    }

    @Override
    public boolean remove(String name) {
        return database.write(connection -> {
            if (!rows.existsById(name)) {
                return false;
            }
            rows.deleteById(name);
            publish(connection, name, null, now());
            return true;
        });
    }

    private Registration put(Connection connection, Device device, String by) throws SQLException {
        var row = DeviceRow.of(new Registration(device, now(), by));
        DeviceRow saved = rows.existsById(device.name()) ? rows.update(row) : rows.save(row);
        publish(connection, device.name(), device, saved.at());
        return saved.registration();
    }

    private static void publish(Connection connection, String name, @Nullable Device device, Instant now)
            throws SQLException {
        try (var outbox = new OutboxTable(connection, now)) {
            outbox.put(Topics.DEVICES, name, device);
            outbox.flush();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
