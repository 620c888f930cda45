// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;

import io.activedefense.blacklist.record.Listing;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.blacklist.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which entries block which sources, within a transaction of the caller. */
final class ListingTable {
    private final Connection connection;

    ListingTable(Connection connection) {
        this.connection = connection;
    }

    Map<IpAddress, Listing> of(Collection<IpAddress> sources) throws SQLException {
        List<Listing> narrowestFirst = around(sources);
        var listings = new HashMap<IpAddress, Listing>();
        for (IpAddress source : sources) {
            narrowestFirst.stream()
                    .filter(listing -> listing.entry().contains(source))
                    .findFirst()
                    .ifPresent(listing -> listings.put(source, listing));
        }
        return listings;
    }

    /** Every prefix that holds one of them is a look-up, where a search for what holds it would read all entries. */
    private List<Listing> around(Collection<IpAddress> sources) throws SQLException {
        String sql = "SELECT address, reasons, origin, listed_at, expires_at FROM entry"
                + " WHERE standing = 'LISTED' AND address = ANY (CAST(? AS cidr[]))";
        var listings = new ArrayList<Listing>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(
                    1,
                    Columns.texts(
                            connection,
                            sources.stream()
                                    .flatMap(source -> holding(source).stream())
                                    .distinct()
                                    .toList()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    listings.add(read(row));
                }
            }
        }
        listings.sort(
                Comparator.comparingInt((Listing listing) -> listing.entry().prefixLength())
                        .reversed());
        return listings;
    }

    private static List<Cidr> holding(IpAddress source) {
        return IntStream.rangeClosed(0, Cidr.of(source).prefixLength())
                .mapToObj(length -> Cidr.around(source, length))
                .toList();
    }

    private static Listing read(ResultSet row) throws SQLException {
        return new Listing(
                Columns.cidr(row, "address"),
                Columns.texts(row, "reasons"),
                Origin.valueOf(row.getString("origin")),
                instant(row, "listed_at"),
                instantOrNull(row, "expires_at"));
    }
}
