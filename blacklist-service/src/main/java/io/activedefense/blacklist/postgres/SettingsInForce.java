// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Guards;
import io.activedefense.blacklist.entry.Terms;
import io.activedefense.blacklist.settings.SettingsVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The settings in force, read anew only when their version has changed. */
final class SettingsInForce {
    private volatile @Nullable Known known;

    /**
     * A version with what is made of it.
     *
     * @param guards made of its networks
     */
    private record Known(SettingsVersion version, Guards guards) {}

    SettingsVersion on(Connection connection) throws SQLException {
        return known(connection).version();
    }

    Terms terms(Connection connection, Instant now) throws SQLException {
        Known inForce = known(connection);
        return new Terms(
                inForce.version().settings().blockWindow(), inForce.guards().at(now));
    }

    private Known known(Connection connection) throws SQLException {
        var table = new SettingsTable(connection);
        long newest = table.newest().orElseThrow(() -> new IllegalStateException("there are no settings yet"));
        Known latest = known;
        if (latest == null || latest.version().settings().version() != newest) {
            SettingsVersion version = table.latest(1).getFirst();
            latest = new Known(version, Guards.of(version.settings()));
            known = latest;
        }
        return latest;
    }
}
