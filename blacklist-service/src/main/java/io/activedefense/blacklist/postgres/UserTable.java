// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.texts;

import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.people.User;
import io.activedefense.blacklist.people.UserWish;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Users and the groups that they are in, within a transaction of the caller. */
final class UserTable {
    /** The columns of a user, for whoever joins them to others. */
    static final String COLUMNS = """
            app_user.*,
            ARRAY(SELECT group_name FROM group_member WHERE user_name = app_user.name) AS groups,
            ARRAY(SELECT user_group.role FROM group_member JOIN user_group ON user_group.name = group_name
                WHERE user_name = app_user.name) AS group_roles
            """;

    private static final String SELECT = "SELECT " + COLUMNS + " FROM app_user ";

    private final Connection connection;

    UserTable(Connection connection) {
        this.connection = connection;
    }

    List<User> all() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY app_user.name")) {
            return read(select);
        }
    }

    Optional<User> find(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE app_user.name = ?")) {
            select.setString(1, name);
            return read(select).stream().findFirst();
        }
    }

    void add(UserWish wish, String passwordHash, Instant now) throws SQLException {
        String sql = "INSERT INTO app_user (name, role, disabled, password_hash, password_at, must_change, created_at)"
                + " VALUES (?, ?, ?, ?, ?, true, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, wish.name());
            insert.setString(2, wish.role().name());
            insert.setBoolean(3, wish.disabled());
            insert.setString(4, passwordHash);
            set(insert, 5, now);
            set(insert, 6, now);
            insert.executeUpdate();
        }
        join(wish.name(), wish.groups());
    }

    void change(UserWish wish) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE app_user SET role = ?, disabled = ? WHERE name = ?")) {
            update.setString(1, wish.role().name());
            update.setBoolean(2, wish.disabled());
            update.setString(3, wish.name());
            update.executeUpdate();
        }
        join(wish.name(), wish.groups());
    }

    int remove(String name) throws SQLException {
        return update("DELETE FROM app_user WHERE name = ?", name);
    }

    int setPassword(String name, String hash, boolean mustChange, Instant now) throws SQLException {
        String sql = "UPDATE app_user SET password_hash = ?, must_change = ?, password_at = ? WHERE name = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, hash);
            update.setBoolean(2, mustChange);
            set(update, 3, now);
            update.setString(4, name);
            return update.executeUpdate();
        }
    }

    int endSessions(String name) throws SQLException {
        return update("DELETE FROM session WHERE user_name = ?", name);
    }

    static User read(ResultSet row) throws SQLException {
        Role own = Role.valueOf(row.getString("role"));
        Role most = Stream.of((String[]) row.getArray("group_roles").getArray())
                .map(Role::valueOf)
                .reduce(own, (one, other) -> one.covers(other) ? one : other);
        return new User(
                row.getString("name"),
                own,
                texts(row, "groups"),
                most,
                row.getBoolean("disabled"),
                row.getBoolean("must_change"),
                instant(row, "created_at"),
                instantOrNull(row, "signed_in_at"));
    }

    /** Leaves the rows alone that stay, so that the audit log tells what changed. */
    private void join(String user, SortedSet<String> groups) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM group_member WHERE user_name = ? AND group_name <> ALL (?)");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO group_member (user_name, group_name) SELECT ?, unnest(?) ON CONFLICT DO NOTHING")) {
            for (PreparedStatement statement : List.of(delete, insert)) {
                statement.setString(1, user);
                statement.setArray(2, texts(connection, groups));
                statement.executeUpdate();
            }
        }
    }

    private int update(String sql, String name) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, name);
            return update.executeUpdate();
        }
    }

    private static List<User> read(PreparedStatement select) throws SQLException {
        var users = new ArrayList<User>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                users.add(read(row));
            }
        }
        return users;
    }
}
