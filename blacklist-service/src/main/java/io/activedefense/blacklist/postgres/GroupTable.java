// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.texts;

import io.activedefense.blacklist.people.Group;
import io.activedefense.blacklist.people.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Groups and their members, within a transaction of the caller. */
final class GroupTable {
    private static final String SELECT = """
            SELECT name, role, ARRAY(SELECT user_name FROM group_member WHERE group_name = name) AS members
            FROM user_group
            """;

    private final Connection connection;

    GroupTable(Connection connection) {
        this.connection = connection;
    }

    List<Group> all() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY name")) {
            return read(select);
        }
    }

    Optional<Group> find(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE name = ?")) {
            select.setString(1, name);
            return read(select).stream().findFirst();
        }
    }

    void add(Group group, Instant now) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO user_group (name, role, created_at) VALUES (?, ?, ?)")) {
            insert.setString(1, group.name());
            insert.setString(2, group.role().name());
            set(insert, 3, now);
            insert.executeUpdate();
        }
        take(group);
    }

    void change(Group group) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE user_group SET role = ? WHERE name = ?")) {
            update.setString(1, group.role().name());
            update.setString(2, group.name());
            update.executeUpdate();
        }
        take(group);
    }

    int remove(String name) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM user_group WHERE name = ?")) {
            delete.setString(1, name);
            return delete.executeUpdate();
        }
    }

    /** The first of some names that no row of the table has. */
    Optional<String> firstMissing(String table, Collection<String> names) throws SQLException {
        String sql = "SELECT wanted FROM unnest(?) AS wanted WHERE NOT EXISTS (SELECT 1 FROM " + table
                + " WHERE name = wanted) ORDER BY wanted LIMIT 1";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, texts(connection, names));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private void take(Group group) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM group_member WHERE group_name = ? AND user_name <> ALL (?)");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO group_member (group_name, user_name) SELECT ?, unnest(?) ON CONFLICT DO NOTHING")) {
            for (PreparedStatement statement : List.of(delete, insert)) {
                statement.setString(1, group.name());
                statement.setArray(2, texts(connection, group.members()));
                statement.executeUpdate();
            }
        }
    }

    private static List<Group> read(PreparedStatement select) throws SQLException {
        var groups = new ArrayList<Group>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                groups.add(
                        new Group(row.getString("name"), Role.valueOf(row.getString("role")), texts(row, "members")));
            }
        }
        return groups;
    }
}
