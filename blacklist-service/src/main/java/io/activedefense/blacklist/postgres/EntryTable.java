// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.cidr;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;
import static io.activedefense.blacklist.postgres.Columns.texts;

import io.activedefense.blacklist.entry.Entry;
import io.activedefense.blacklist.entry.Ground;
import io.activedefense.blacklist.entry.Seen;
import io.activedefense.blacklist.entry.Standing;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The table of entries, within a transaction of the caller. */
final class EntryTable {
    private static final int FETCH = 1_000;

    private static final String SAVE = """
            INSERT INTO entry (address, standing, epoch, first_seen, last_seen, hits, ground_epoch, reasons, evidence,
                evidence_at, evidence_rule, country, country_at, origin, comment, own_expiry, listed_at, released_at,
                counted_from, expires_at, told_expiry)
            VALUES (?::cidr, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (address) DO UPDATE SET (standing, epoch, first_seen, last_seen, hits, ground_epoch, reasons,
                evidence, evidence_at, evidence_rule, country, country_at, origin, comment, own_expiry, listed_at,
                released_at, counted_from, expires_at, told_expiry) = (excluded.standing, excluded.epoch,
                excluded.first_seen, excluded.last_seen, excluded.hits, excluded.ground_epoch, excluded.reasons,
                excluded.evidence, excluded.evidence_at, excluded.evidence_rule, excluded.country,
                excluded.country_at, excluded.origin, excluded.comment, excluded.own_expiry, excluded.listed_at,
                excluded.released_at, excluded.counted_from, excluded.expires_at, excluded.told_expiry)
            """;

    private final Connection connection;

    /** Sets a statement's parameters. */
    @FunctionalInterface
    private interface Parameters {
        void bind(PreparedStatement statement) throws SQLException;
    }

    EntryTable(Connection connection) {
        this.connection = connection;
    }

    /** The entries of these addresses, as far as there are any; nobody else changes them until the commit. */
    List<StoredEntry> of(Collection<Cidr> addresses) throws SQLException {
        return select(
                "SELECT * FROM entry WHERE address = ANY (CAST(? AS cidr[])) ORDER BY address FOR UPDATE",
                statement -> statement.setArray(1, texts(connection, addresses)));
    }

    /** The listed prefixes that are wider than what sources are grouped by. */
    List<Cidr> wide() throws SQLException {
        return addresses("""
                SELECT address FROM entry
                WHERE standing = 'LISTED' AND masklen(address) < CASE family(address) WHEN 4 THEN 32 ELSE 64 END
                """);
    }

    /** Detected entries that expire at or before this, the earliest first. */
    List<StoredEntry> unseenUntil(Instant at, int limit) throws SQLException {
        return due("origin = 'DETECTED' AND standing = 'LISTED' AND expires_at <= ?", "expires_at", at, limit);
    }

    /** Operators' entries that expire at or before this, the earliest first. */
    List<StoredEntry> operatorsUntil(Instant at, int limit) throws SQLException {
        return due("origin = 'USER_ADDED' AND standing = 'LISTED' AND expires_at <= ?", "expires_at", at, limit);
    }

    List<StoredEntry> releasedUntil(Instant at, int limit) throws SQLException {
        return due("standing = 'RELEASED' AND released_at <= ?", "released_at", at, limit);
    }

    /** Every listed address, in address order. */
    List<Cidr> listed() throws SQLException {
        return addresses("SELECT address FROM entry WHERE standing = 'LISTED' ORDER BY address");
    }

    /** Listed entries whose expiry is not what readers of the topic were told, by more than a day. */
    List<StoredEntry> untold(int limit) throws SQLException {
        return select("""
                SELECT * FROM entry
                WHERE standing = 'LISTED' AND abs(extract(epoch FROM expires_at - told_expiry)) > 86400
                ORDER BY address LIMIT ?
                """, statement -> statement.setInt(1, limit));
    }

    /** Computes the expiry of all detected entries anew, in one statement. */
    void moveExpiries(Duration blockWindow) throws SQLException {
        String sql = """
                UPDATE entry SET expires_at = last_seen + make_interval(secs => ?)
                WHERE origin = 'DETECTED' AND standing <> 'FORGOTTEN'
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setDouble(1, (double) blockWindow.toSeconds());
            update.executeUpdate();
        }
    }

    /** Tells every entry that the topic should know, without holding them all at once. */
    void eachPublished(Consumer<StoredEntry> told) throws SQLException {
        String sql = "SELECT * FROM entry WHERE standing IN ('LISTED', 'RELEASED')";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    told.accept(read(row));
                }
            }
        }
    }

    /** Writes entries in place of what there was of the same addresses. */
    void save(Collection<StoredEntry> entries, Duration blockWindow) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            for (StoredEntry stored : entries) {
                bind(statement, stored, blockWindow);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private List<StoredEntry> due(String condition, String order, Instant at, int limit) throws SQLException {
        return select(
                "SELECT * FROM entry WHERE " + condition + " ORDER BY " + order + " LIMIT ? FOR UPDATE", statement -> {
                    set(statement, 1, at);
                    statement.setInt(2, limit);
                });
    }

    private List<Cidr> addresses(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            var addresses = new ArrayList<Cidr>();
            while (row.next()) {
                addresses.add(cidr(row, "address"));
            }
            return addresses;
        }
    }

    private List<StoredEntry> select(String sql, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.bind(statement);
            var entries = new ArrayList<StoredEntry>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(read(row));
                }
            }
            return entries;
        }
    }

    private void bind(PreparedStatement statement, StoredEntry stored, Duration blockWindow) throws SQLException {
        Entry entry = stored.entry();
        statement.setString(1, entry.address().toString());
        statement.setString(2, entry.standing().name());
        statement.setInt(3, entry.epoch());
        set(statement, 4, entry.seen().first());
        set(statement, 5, entry.seen().last());
        statement.setLong(6, entry.seen().hits());
        bindGround(statement, entry.ground());
        statement.setString(14, entry.origin().name());
        set(statement, 15, entry.comment());
        set(statement, 16, entry.ownExpiry());
        set(statement, 17, entry.listedAt());
        set(statement, 18, entry.releasedAt());
        set(statement, 19, entry.countedFrom());
        set(statement, 20, entry.expiresAt(blockWindow).orElse(null));
        set(statement, 21, stored.toldExpiry());
    }

    private void bindGround(PreparedStatement statement, Ground ground) throws SQLException {
        statement.setInt(7, ground.epoch());
        statement.setArray(8, texts(connection, ground.reasons()));
        statement.setString(9, Documents.write(ground.evidence()));
        set(statement, 10, ground.evidenceAt());
        set(statement, 11, ground.evidenceRule());
        set(statement, 12, ground.country());
        set(statement, 13, ground.countryAt());
    }

    static StoredEntry read(ResultSet row) throws SQLException {
        var entry = new Entry(
                cidr(row, "address"),
                Standing.valueOf(row.getString("standing")),
                row.getInt("epoch"),
                new Seen(instantOrNull(row, "first_seen"), instantOrNull(row, "last_seen"), row.getLong("hits")),
                ground(row),
                Origin.valueOf(row.getString("origin")),
                textOrNull(row, "comment"),
                instantOrNull(row, "own_expiry"),
                instantOrNull(row, "listed_at"),
                instantOrNull(row, "released_at"),
                instantOrNull(row, "counted_from"));
        return new StoredEntry(entry, instantOrNull(row, "told_expiry"));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        return new Ground(
                row.getInt("ground_epoch"),
                texts(row, "reasons"),
                Documents.evidence(row.getString("evidence")),
                instantOrNull(row, "evidence_at"),
                textOrNull(row, "evidence_rule"),
                textOrNull(row, "country"),
                instantOrNull(row, "country_at"));
    }
}
