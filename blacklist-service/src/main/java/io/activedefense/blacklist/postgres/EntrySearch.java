// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Entry;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.entry.EntryQuery.Standing;
import io.activedefense.contracts.address.Cidr;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds entries, within a transaction of the caller. */
final class EntrySearch {
    private final Connection connection;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    EntrySearch(Connection connection) {
        this.connection = connection;
    }

    Optional<Entry> exactly(Cidr address) throws SQLException {
        where("standing <> 'FORGOTTEN'");
        where("address = ?::cidr", address);
        return select("*", 1).stream().findFirst();
    }

    /** The page that the query asks for, and one more where there is one; without evidence. */
    List<Entry> matching(EntryQuery query) throws SQLException {
        where(standing(query.standing()));
        where("address <<= ?::cidr", query.within());
        where("address >>= ?::cidr", query.around());
        where("(host(address) || '/' || masklen(address) || ' ' || coalesce(comment, '')) ILIKE ?", part(query.text()));
        where("? = ANY (reasons)", query.reason());
        where("origin = ?", query.origin());
        where("address > ?::cidr", query.after());
        return select(
                "address, standing, epoch, first_seen, last_seen, hits, ground_epoch, reasons, '[]' AS evidence,"
                        + " evidence_at, evidence_rule, origin, comment, own_expiry, listed_at, released_at,"
                        + " counted_from, told_expiry",
                query.limit() + 1);
    }

    private void where(String condition, @Nullable Object parameter) {
        if (parameter != null) {
            where(condition);
            parameters.add(parameter);
        }
    }

    private void where(String condition) {
        conditions.append(conditions.isEmpty() ? " WHERE " : " AND ").append(condition);
    }

    private List<Entry> select(String columns, int limit) throws SQLException {
        String sql = "SELECT " + columns + " FROM entry" + conditions + " ORDER BY address LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Object parameter : parameters) {
                statement.setString(index++, String.valueOf(parameter));
            }
            statement.setInt(index, limit);
            var entries = new ArrayList<Entry>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(EntryTable.read(row).entry());
                }
            }
            return entries;
        }
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case LISTED -> "standing = 'LISTED'";
            case RELEASED -> "standing = 'RELEASED'";
            case ANY -> "standing IN ('LISTED', 'RELEASED')";
        };
    }

    private static @Nullable String part(@Nullable String text) {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
