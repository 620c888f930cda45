// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.people.PeopleOutcome;
import io.activedefense.blacklist.people.PeopleOutcome.Done;
import io.activedefense.blacklist.people.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Changes of users and groups. */
final class PeopleChange {
    private PeopleChange() {}

    /** What is changed, once nothing speaks against it. */
    @FunctionalInterface
    interface Change<T> {
        T made() throws SQLException;
    }

    /** Changes come one after the other, and one that would leave no admin is undone. */
    static <T> PeopleOutcome<T> in(Database database, Database.Work<PeopleOutcome<T>> work) {
        return database.change(connection -> {
            lock(connection);
            var before = connection.setSavepoint();
            PeopleOutcome<T> outcome = work.on(connection);
            if (outcome instanceof Done<T> && !hasAdmin(connection)) {
                connection.rollback(before);
                return new PeopleOutcome.LastAdmin<>();
            }
            return outcome;
        });
    }

    /** Makes it, unless it names what is not there. */
    static <T> PeopleOutcome<T> unlessMissing(Optional<String> missing, Change<T> change) throws SQLException {
        return missing.isPresent() ? new PeopleOutcome.NoSuch<>(missing.get()) : new Done<>(change.made());
    }

    private static boolean hasAdmin(Connection connection) throws SQLException {
        return new UserTable(connection).all().stream().anyMatch(User::administers);
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("LOCK TABLE app_user IN SHARE ROW EXCLUSIVE MODE")) {
            lock.execute();
        }
    }
}
