// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.cidr;
import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.texts;

import io.activedefense.blacklist.feed.Candidate;
import io.activedefense.blacklist.feed.Candidates;
import io.activedefense.contracts.blacklist.Origin;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is listed, with what feeds choose by. */
public final class PostgresCandidates implements Candidates {
    private static final int FETCH = 10_000;
    private static final String NO_DEVICES = "'{}'::text[]";
    private static final String DEVICES = "ARRAY(SELECT DISTINCT jsonb_array_elements(evidence) ->> 'device')";

    private final Database database;

    PostgresCandidates(Database database) {
        this.database = database;
    }

    @Override
    public List<Candidate> listed(boolean withDevices) {
        String sql = "SELECT address, reasons, origin, listed_at, last_seen, hits, "
                + (withDevices ? DEVICES : NO_DEVICES) + " AS devices FROM entry WHERE standing = 'LISTED'";
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(FETCH);
                try (ResultSet row = select.executeQuery()) {
                    var listed = new ArrayList<Candidate>();
                    while (row.next()) {
                        listed.add(read(row));
                    }
                    return listed;
                }
            }
        });
    }

    private static Candidate read(ResultSet row) throws SQLException {
        return new Candidate(
                cidr(row, "address"),
                texts(row, "reasons"),
                Origin.valueOf(row.getString("origin")),
                texts(row, "devices"),
                instant(row, "listed_at"),
                instantOrNull(row, "last_seen"),
                row.getLong("hits"));
    }
}
