// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The one row that grows with every change of what lists hold, in the transaction of the change. */
final class ListVersion {
    private ListVersion() {}

    static void raise(Connection connection) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement("UPDATE list_version SET version = version + 1")) {
            raise.executeUpdate();
        }
    }
}
