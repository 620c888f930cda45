// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.contracts.address.Cidr;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;

/** What is listed, with its version. */
public final class PostgresListedAddresses implements ListedAddresses {
    private final Database database;

    PostgresListedAddresses(Database database) {
        this.database = database;
    }

    @Override
    public long version() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT version FROM list_version");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** One statement, so that version and addresses are of one moment. */
    @Override
    public Listing listing() {
        String sql = """
                SELECT list_version.version, entry.address FROM list_version
                LEFT JOIN entry ON entry.standing = 'LISTED' ORDER BY entry.address
                """;
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                var addresses = new ArrayList<Cidr>();
                long version = 0;
                while (row.next()) {
                    version = row.getLong("version");
                    if (row.getString("address") != null) {
                        addresses.add(Columns.cidr(row, "address"));
                    }
                }
                return new Listing(version, addresses);
            }
        });
    }
}
