// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.audit.AuditEvent;
import io.activedefense.blacklist.audit.AuditLog;
import io.activedefense.blacklist.audit.AuditQuery;
import java.util.List;

/** The audit log in its table, which nobody may change. */
public final class PostgresAuditLog implements AuditLog {
    private final Database database;

    PostgresAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public List<AuditEvent> search(AuditQuery query) {
        return database.read(connection -> new AuditTable(connection).search(query));
    }
}
