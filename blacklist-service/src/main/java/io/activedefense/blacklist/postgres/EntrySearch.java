// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Entry;
import io.activedefense.blacklist.entry.EntryCounts;
import io.activedefense.blacklist.entry.EntryFilter;
import io.activedefense.blacklist.entry.EntryFilter.Standing;
import io.activedefense.blacklist.entry.EntryOrder;
import io.activedefense.blacklist.entry.EntryOrder.By;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds entries, within a transaction of the caller. */
final class EntrySearch {
    /** As the entry tells it. */
    private static final String SEEN = "coalesce(last_seen, listed_at)";

    private final Connection connection;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    EntrySearch(Connection connection) {
        this.connection = connection;
    }

    Optional<Entry> exactly(Cidr address) throws SQLException {
        where("standing <> 'FORGOTTEN'");
        where("address = ?::cidr", address);
        return select("*", "address", 1).stream().findFirst();
    }

    /** The page that the query asks for, and one more where there is one; without evidence. */
    List<Entry> matching(EntryQuery query) throws SQLException {
        narrow(query.filter());
        EntryOrder order = query.order();
        String direction = order.descending() ? " DESC" : "";
        String key = key(order.by());
        if (query.after() != null) {
            where("(" + key + ", address) " + (order.descending() ? "<" : ">") + " (CAST(? AS " + type(order.by())
                    + "), CAST(? AS cidr))");
            parameters.add(
                    query.after().value().equals("never")
                            ? "infinity"
                            : query.after().value());
            parameters.add(query.after().address());
        }
        return select(
                "address, standing, epoch, first_seen, last_seen, hits, ground_epoch, reasons, '[]' AS evidence,"
                        + " evidence_at, evidence_rule, country, country_at, origin, comment, own_expiry, listed_at, released_at,"
                        + " counted_from, told_expiry",
                key + direction + ", address" + direction,
                query.limit() + 1);
    }

    EntryCounts counts(EntryFilter filter) throws SQLException {
        narrow(filter);
        String sql =
                "SELECT origin, reasons, count(*) AS entries FROM entry" + conditions + " GROUP BY origin, reasons";
        long total = 0;
        var byReason = new TreeMap<String, Long>();
        var byOrigin = new EnumMap<Origin, Long>(Origin.class);
        try (PreparedStatement statement = prepared(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long entries = row.getLong("entries");
                total += entries;
                byOrigin.merge(Origin.valueOf(row.getString("origin")), entries, Long::sum);
                for (String reason : Columns.texts(row, "reasons")) {
                    byReason.merge(reason, entries, Long::sum);
                }
            }
        }
        return new EntryCounts(total, byReason, byOrigin);
    }

    private void narrow(EntryFilter filter) {
        where(standing(filter.standing()));
        if (filter.touching() != null) {
            where("(address <<= ?::cidr OR address = ANY (CAST(? AS cidr[])))");
            parameters.add(filter.touching());
            parameters.add(holding(filter.touching()));
        }
        where("address <<= ?::cidr", filter.within());
        where("address = ANY (CAST(? AS cidr[]))", filter.around() == null ? null : holding(filter.around()));
        where(
                "(host(address) || '/' || masklen(address) || ' ' || coalesce(comment, '')) ILIKE ?",
                part(filter.text()));
        where("? = ANY (reasons)", filter.reason());
        where("origin = ?", filter.origin());
        where("evidence @> ?::jsonb", naming(filter.device()));
        where("lower(country) = lower(?)", filter.country());
        where("listed_at >= ?::timestamptz", filter.listedAt().from());
        where("listed_at < ?::timestamptz", filter.listedAt().until());
        where(SEEN + " >= ?::timestamptz", filter.lastSeen().from());
        where(SEEN + " < ?::timestamptz", filter.lastSeen().until());
    }

    /** Every prefix that holds this one, itself included: few, and each is a look-up, where >>= would read all. */
    private static String holding(Cidr prefix) {
        return IntStream.rangeClosed(0, prefix.prefixLength())
                .mapToObj(length -> Cidr.around(prefix.network(), length).toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String naming(@Nullable String device) {
        return device == null ? null : Documents.write(List.of(Map.of("device", device)));
    }

    private static String key(By by) {
        return switch (by) {
            case ADDRESS -> "address";
            case LISTED_AT -> "listed_at";
            case LAST_SEEN -> SEEN;
            case EXPIRES_AT -> "coalesce(expires_at, 'infinity')";
            case HITS -> "hits";
        };
    }

    private static String type(By by) {
        return switch (by) {
            case ADDRESS -> "cidr";
            case HITS -> "bigint";
            case LISTED_AT, LAST_SEEN, EXPIRES_AT -> "timestamptz";
        };
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

    private List<Entry> select(String columns, String order, int limit) throws SQLException {
        String sql = "SELECT " + columns + " FROM entry" + conditions + " ORDER BY " + order + " LIMIT " + limit;
        var entries = new ArrayList<Entry>();
        try (PreparedStatement statement = prepared(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(EntryTable.read(row).entry());
            }
        }
        return entries;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 1;
        for (Object parameter : parameters) {
            statement.setString(index++, text(parameter));
        }
        return statement;
    }

    private static String text(Object parameter) {
        return parameter instanceof Origin origin ? origin.name() : String.valueOf(parameter);
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
