// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.people.People;
import io.activedefense.blacklist.people.PeopleOutcome;
import io.activedefense.blacklist.people.PeopleOutcome.Done;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.people.User;
import io.activedefense.blacklist.people.UserWish;
import io.activedefense.contracts.address.Cidr;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Users and groups in their tables. */
public final class PostgresPeople implements People {
    private final Database database;
    private final Clock clock;

    PostgresPeople(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes the first user, unless there are users: an admin.
     *
     * @param passwordHash is only asked for where there is none
     */
    static Database.Look first(Supplier<String> passwordHash, Clock clock) {
        return connection -> {
            var users = new UserTable(connection);
            boolean fresh = users.all().isEmpty();
            if (fresh) {
                var admin = new UserWish("admin", Role.ADMIN, new TreeSet<>(), false);
                users.add(admin, passwordHash.get(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
        };
    }

    @Override
    public List<User> users() {
        return database.read(connection -> new UserTable(connection).all());
    }

    @Override
    public Optional<User> user(String name) {
        return database.read(connection -> new UserTable(connection).find(name));
    }

    @Override
    public Optional<Account> account(String name, Cidr network) {
        String sql = "SELECT " + UserTable.COLUMNS + ", EXISTS (SELECT 1 FROM sign_in_network"
                + " WHERE user_name = app_user.name AND network = ?::cidr) AS known FROM app_user WHERE name = ?";
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, network.toString());
                select.setString(2, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Account(
                                    UserTable.read(row), row.getString("password_hash"), row.getBoolean("known")))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public PeopleOutcome<User> add(UserWish wish, String passwordHash) {
        return PeopleChange.in(database, connection -> {
            var users = new UserTable(connection);
            if (users.find(wish.name()).isPresent()) {
                return new PeopleOutcome.Taken<>();
            }
            return PeopleChange.unlessMissing(
                    new GroupTable(connection).firstMissing("user_group", wish.groups()), () -> {
                        users.add(wish, passwordHash, now());
                        return users.find(wish.name()).orElseThrow();
                    });
        });
    }

    @Override
    public PeopleOutcome<User> change(UserWish wish) {
        return PeopleChange.in(database, connection -> {
            var users = new UserTable(connection);
            if (users.find(wish.name()).isEmpty()) {
                return new PeopleOutcome.Unknown<>();
            }
            return PeopleChange.unlessMissing(
                    new GroupTable(connection).firstMissing("user_group", wish.groups()), () -> {
                        users.change(wish);
                        if (wish.disabled()) {
                            users.endSessions(wish.name());
                        }
                        return users.find(wish.name()).orElseThrow();
                    });
        });
    }

    @Override
    public PeopleOutcome<User> remove(String name) {
        return PeopleChange.in(database, connection -> {
            var users = new UserTable(connection);
            Optional<User> there = users.find(name);
            if (there.isEmpty()) {
                return new PeopleOutcome.Unknown<>();
            }
            users.remove(name);
            return new Done<>(there.get());
        });
    }

    @Override
    public boolean setPassword(String name, String passwordHash, boolean mustChange) {
        return database.change(connection -> {
            var users = new UserTable(connection);
            users.endSessions(name);
            return users.setPassword(name, passwordHash, mustChange, now()) == 1;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
