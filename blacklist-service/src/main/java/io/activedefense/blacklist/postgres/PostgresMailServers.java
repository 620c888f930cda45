// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;

import io.activedefense.blacklist.notification.MailServer;
import io.activedefense.blacklist.notification.MailServers;
import io.activedefense.blacklist.secret.Secret;
import io.activedefense.blacklist.secret.SecretBox;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mail server in its table, its password encrypted. */
public final class PostgresMailServers implements MailServers {
    private static final String PURPOSE = "password of the mail server";

    private final Database database;
    private final SecretBox secrets;
    private final Clock clock;

    private record Row(Kept kept, @Nullable String password) {}

    PostgresMailServers(Database database, SecretBox secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Optional<Kept> current() {
        return database.read(PostgresMailServers::row).map(Row::kept);
    }

    @Override
    public Optional<Secret> password() {
        return database.read(PostgresMailServers::row)
                .flatMap(row -> Optional.ofNullable(row.password()))
                .map(locked -> secrets.open(locked, PURPOSE));
    }

    @Override
    public Kept put(MailServer server, @Nullable Secret password) {
        String locked = password == null ? null : secrets.seal(password, PURPOSE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.change(connection -> {
            Row next = next(row(connection), server, locked, now);
            write(connection, next);
            DeliveryTable.hurry(connection, now);
            return next.kept();
        });
    }

    @Override
    public boolean remove() {
        return database.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM mail_server")) {
                return delete.executeUpdate() > 0;
            }
        });
    }

    private static Row next(Optional<Row> before, MailServer server, @Nullable String locked, Instant now) {
        if (locked != null) {
            if (server.user() == null) {
                throw new InvalidSettingException("password", "a password", "left out where no user signs in");
            }
            return new Row(new Kept(server, true, now), locked);
        }
        if (server.user() == null) {
            return new Row(new Kept(server, false, null), null);
        }
        Row kept = before.filter(row -> row.kept().hasPassword()
                        && server.mayKeepPasswordOf(row.kept().server()))
                .orElseThrow(() -> new InvalidSettingException(
                        "password", "nothing", "given, where a user signs in at a server that is new or another one"));
        return new Row(new Kept(server, true, kept.kept().passwordAt()), kept.password());
    }

    private static Optional<Row> row(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM mail_server");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        var server = new MailServer(
                row.getString("host"),
                row.getInt("port"),
                MailServer.Security.valueOf(row.getString("security")),
                textOrNull(row, "user_name"),
                row.getString("sender"));
        String password = textOrNull(row, "password");
        return new Row(new Kept(server, password != null, instantOrNull(row, "password_at")), password);
    }

    private static void write(Connection connection, Row row) throws SQLException {
        String sql = """
                INSERT INTO mail_server (host, port, security, user_name, sender, password, password_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (only_row) DO UPDATE SET (host, port, security, user_name, sender, password, password_at) =
                    (excluded.host, excluded.port, excluded.security, excluded.user_name, excluded.sender,
                    excluded.password, excluded.password_at)
                """;
        MailServer server = row.kept().server();
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, server.host());
            upsert.setInt(2, server.port());
            upsert.setString(3, server.security().name());
            set(upsert, 4, server.user());
            upsert.setString(5, server.sender());
            set(upsert, 6, row.password());
            set(upsert, 7, row.kept().passwordAt());
            upsert.executeUpdate();
        }
    }
}
