// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.set;

import io.activedefense.blacklist.audit.Actor;
import io.activedefense.blacklist.audit.Via;
import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.blacklist.session.Session;
import io.activedefense.blacklist.session.SessionLimits;
import io.activedefense.blacklist.session.Sessions;
import io.activedefense.blacklist.session.Visit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sessions in their table, where all instances find them. */
public final class PostgresSessions implements Sessions {
    private static final Duration RESOLUTION = Duration.ofMinutes(1);

    private static final String SELECT = "SELECT session.id, session.created_at AS opened_at, used_at, address, agent, "
            + UserTable.COLUMNS + " FROM session JOIN app_user ON app_user.name = user_name ";

    private static final String GOOD = "NOT disabled AND used_at >= ? AND session.created_at >= ?";

    private static final String NOTE_NETWORK = "INSERT INTO sign_in_network (user_name, network, at)"
            + " VALUES (?, ?::cidr, ?) ON CONFLICT (user_name, network) DO UPDATE SET at = excluded.at";

    /** A few are remembered, those that were used last. */
    private static final String FORGET_NETWORKS = "DELETE FROM sign_in_network WHERE user_name = ? AND network IN"
            + " (SELECT network FROM sign_in_network WHERE user_name = ? ORDER BY at DESC OFFSET 20)";

    private final Database database;
    private final SessionLimits limits;
    private final Clock clock;

    PostgresSessions(Database database, SessionLimits limits, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Session open(RandomSecret secret, Visit visit) {
        Instant now = now();
        return database.change(connection -> {
            forget(connection);
            insert(connection, secret, visit, now);
            noteVisit(connection, visit, now);
            new AuditTable(connection).append(actor(visit), "signed-in", "session", visit.user(), now);
            return find(connection, secret).orElseThrow();
        });
    }

    @Override
    public void refused(Visit visit) {
        database.change(connection -> {
            new AuditTable(connection).append(actor(visit), "refused", "session", visit.user(), now());
            return true;
        });
    }

    @Override
    public Optional<Session> use(RandomSecret secret) {
        Optional<Session> session = database.read(connection -> find(connection, secret));
        Instant now = now();
        session.filter(found -> found.usedAt().plus(RESOLUTION).isBefore(now))
                .ifPresent(found -> database.change(connection -> touch(connection, found, now)));
        return session;
    }

    @Override
    public List<Session> all() {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + "WHERE " + GOOD + " ORDER BY used_at DESC, session.id")) {
                bindGood(select, 1);
                return read(select);
            }
        });
    }

    @Override
    public boolean end(long id) {
        return database.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM session WHERE id = ?")) {
                delete.setLong(1, id);
                return delete.executeUpdate() == 1;
            }
        });
    }

    /** Those that are over go when somebody comes. */
    private void forget(Connection connection) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM session WHERE used_at < ? OR created_at < ?")) {
            bindGood(delete, 1);
            delete.executeUpdate();
        }
    }

    private Optional<Session> find(Connection connection, RandomSecret secret) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE digest = ? AND " + GOOD)) {
            select.setBytes(1, secret.digest());
            bindGood(select, 2);
            return read(select).stream().findFirst();
        }
    }

    private static void insert(Connection connection, RandomSecret secret, Visit visit, Instant now)
            throws SQLException {
        String sql = "INSERT INTO session (digest, user_name, created_at, used_at, address, agent)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setBytes(1, secret.digest());
            insert.setString(2, visit.user());
            set(insert, 3, now);
            set(insert, 4, now);
            insert.setString(5, visit.address().toString());
            insert.setString(6, visit.agent());
            insert.executeUpdate();
        }
    }

    private static void noteVisit(Connection connection, Visit visit, Instant now) throws SQLException {
        try (PreparedStatement update =
                        connection.prepareStatement("UPDATE app_user SET signed_in_at = ? WHERE name = ?");
                PreparedStatement note = connection.prepareStatement(NOTE_NETWORK);
                PreparedStatement forget = connection.prepareStatement(FORGET_NETWORKS)) {
            set(update, 1, now);
            update.setString(2, visit.user());
            update.executeUpdate();
            note.setString(1, visit.user());
            note.setString(2, visit.network().toString());
            set(note, 3, now);
            note.executeUpdate();
            forget.setString(1, visit.user());
            forget.setString(2, visit.user());
            forget.executeUpdate();
        }
    }

    private static boolean touch(Connection connection, Session session, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE session SET used_at = ? WHERE id = ?")) {
            set(update, 1, now);
            update.setLong(2, session.id());
            return update.executeUpdate() == 1;
        }
    }

    private void bindGood(PreparedStatement statement, int index) throws SQLException {
        set(statement, index, limits.usedBefore(now()));
        set(statement, index + 1, limits.createdBefore(now()));
    }

    private static List<Session> read(PreparedStatement select) throws SQLException {
        var sessions = new ArrayList<Session>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sessions.add(new Session(
                        row.getLong("id"),
                        UserTable.read(row),
                        instant(row, "opened_at"),
                        instant(row, "used_at"),
                        row.getString("address"),
                        row.getString("agent")));
            }
        }
        return sessions;
    }

    private static Actor actor(Visit visit) {
        return new Actor(visit.user(), Via.SESSION, visit.address().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
