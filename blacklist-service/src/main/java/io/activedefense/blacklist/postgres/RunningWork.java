// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on a connection, which another thread may cancel as long as the connection is this work's own. */
final class RunningWork {
    private static final Logger LOG = LoggerFactory.getLogger(RunningWork.class);

    private final Connection connection;
    private boolean over;

    RunningWork(Connection connection) {
        this.connection = connection;
    }

    /** PostgreSQL has been told when this returns: what the connection is asked behind it is not hit. */
    synchronized void cancel() {
        if (over) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            LOG.debug("a search runs on for nobody until its time is over", e);
        }
    }

    synchronized void over() {
        over = true;
    }
}
