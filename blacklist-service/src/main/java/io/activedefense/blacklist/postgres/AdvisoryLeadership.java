// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.relay.Leadership;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lead as an advisory lock of PostgreSQL: it is free again as soon as its holder's connection is gone. */
public final class AdvisoryLeadership implements Leadership {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLeadership.class);
    static final long PUBLISHING = 0x6164_7265_6c61_7921L;
    static final long ALARMS = 0x6164_616c_6172_6d73L;
    static final long NOTIFICATIONS = 0x6164_6e6f_7469_6679L;

    private static final int SECONDS_TO_ANSWER = 5;

    private final DataSource dataSource;
    private final long lock;
    private @Nullable Connection holding;

    /**
     * A claim on the lead.
     *
     * @param dataSource gives connections of their own, not those of a transaction under way
     * @param lock what is led
     */
    AdvisoryLeadership(DataSource dataSource, long lock) {
        this.dataSource = dataSource;
        this.lock = lock;
    }

    @Override
    public synchronized boolean take() {
        try {
            if (holding != null && holding.isValid(SECONDS_TO_ANSWER)) {
                return true;
            }
            giveUp();
            holding = locked(dataSource.getConnection());
            return holding != null;
        } catch (SQLException e) {
            throw new DatabaseException("the lead can't be taken: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void giveUp() {
        if (holding != null) {
            unlock(holding);
            holding = null;
        }
    }

    private @Nullable Connection locked(Connection connection) throws SQLException {
        boolean locked = false;
        try (PreparedStatement tryLock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            tryLock.setLong(1, lock);
            try (ResultSet row = tryLock.executeQuery()) {
                locked = row.next() && row.getBoolean(1);
            }
            return locked ? connection : null;
        } finally {
            if (!locked) {
                connection.close();
            }
        }
    }

    /** Back in the pool a connection keeps its locks, so it is unlocked first; a broken one has lost them. */
    private static void unlock(Connection connection) {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException e) {
            LOG.info("the connection that held the lead was lost: {}", e.getMessage());
        }
    }
}
