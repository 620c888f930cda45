// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.audit.Actor;
import io.activedefense.blacklist.audit.Via;
import io.activedefense.blacklist.people.PasswordHash;
import io.activedefense.blacklist.people.RandomSecret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Another password for a user from whoever has the database's: for when nobody can sign in any more. */
public final class PasswordReset {
    private final String url;
    private final String databaseUser;
    private final String databasePassword;
    private final Clock clock;

    public PasswordReset(String url, String databaseUser, String databasePassword, Clock clock) {
        this.url = url;
        this.databaseUser = databaseUser;
        this.databasePassword = databasePassword;
        this.clock = clock;
    }

    /**
     * A password that is only good for being changed; every session of the user ends. Absent: there is no such user.
     *
     * @throws DatabaseException if the database can't be reached, or was never used by this product
     */
    public Optional<String> of(String user) {
        String password = RandomSecret.create("").text();
        try (Connection connection = DriverManager.getConnection(url, databaseUser, databasePassword)) {
            connection.setAutoCommit(false);
            boolean isThere = reset(connection, user, PasswordHash.of(password));
            connection.commit();
            return isThere ? Optional.of(password) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseException("the password can't be reset: " + e.getMessage(), e);
        }
    }

    private boolean reset(Connection connection, String user, String hash) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        new AuditTable(connection).begin(new Actor("command line", Via.COMMAND, null), now);
        var users = new UserTable(connection);
        users.endSessions(user);
        return users.setPassword(user, hash, true, now) == 1;
    }
}
