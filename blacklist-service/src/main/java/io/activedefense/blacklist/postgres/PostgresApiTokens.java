// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;

import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.people.User;
import io.activedefense.blacklist.token.ApiToken;
import io.activedefense.blacklist.token.ApiTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tokens in their table, where all instances find them. */
public final class PostgresApiTokens implements ApiTokens {
    private static final String SELECT =
            "SELECT id, name, user_name, role, created_at, expires_at, used_at FROM api_token ";

    /** Tells of each use, to the minute. */
    private static final String USE = """
            WITH good AS (SELECT id, user_name, role AS token_role, used_at FROM api_token
                WHERE digest = ? AND expires_at > ?),
            touched AS (UPDATE api_token SET used_at = ? FROM good WHERE api_token.id = good.id
                AND (good.used_at IS NULL OR good.used_at < ?))
            SELECT good.token_role,
            """ + UserTable.COLUMNS
            + " FROM good JOIN app_user ON app_user.name = good.user_name WHERE NOT disabled AND NOT must_change";

    private final Database database;
    private final Clock clock;

    PostgresApiTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<ApiToken> all() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY user_name, name")) {
                return read(select);
            }
        });
    }

    @Override
    public Optional<ApiToken> create(RandomSecret secret, Wish wish) {
        return database.change(connection ->
                insert(connection, secret, wish, now()) == 1 ? find(connection, secret) : Optional.<ApiToken>empty());
    }

    @Override
    public boolean withdraw(long id) {
        return database.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM api_token WHERE id = ?")) {
                delete.setLong(1, id);
                return delete.executeUpdate() == 1;
            }
        });
    }

    @Override
    public Optional<Bearer> use(RandomSecret secret) {
        Instant now = now();
        return database.change(connection -> {
            try (PreparedStatement use = connection.prepareStatement(USE)) {
                use.setBytes(1, secret.digest());
                set(use, 2, now);
                set(use, 3, now);
                set(use, 4, now.minus(1, ChronoUnit.MINUTES));
                try (ResultSet row = use.executeQuery()) {
                    return row.next() ? Optional.of(bearer(row)) : Optional.<Bearer>empty();
                }
            }
        });
    }

    private static Bearer bearer(ResultSet row) throws SQLException {
        User user = UserTable.read(row);
        return new Bearer(user, Role.valueOf(row.getString("token_role")).atMost(user.role()));
    }

    private static int insert(Connection connection, RandomSecret secret, Wish wish, Instant now) throws SQLException {
        String sql = "INSERT INTO api_token (digest, name, user_name, role, created_at, expires_at)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (user_name, name) DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setBytes(1, secret.digest());
            insert.setString(2, wish.name());
            insert.setString(3, wish.user());
            insert.setString(4, wish.role().name());
            set(insert, 5, now);
            set(insert, 6, wish.expiresAt());
            return insert.executeUpdate();
        }
    }

    private static Optional<ApiToken> find(Connection connection, RandomSecret secret) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE digest = ?")) {
            select.setBytes(1, secret.digest());
            return read(select).stream().findFirst();
        }
    }

    private static List<ApiToken> read(PreparedStatement select) throws SQLException {
        var tokens = new ArrayList<ApiToken>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tokens.add(new ApiToken(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("user_name"),
                        Role.valueOf(row.getString("role")),
                        instant(row, "created_at"),
                        instant(row, "expires_at"),
                        instantOrNull(row, "used_at")));
            }
        }
        return tokens;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
