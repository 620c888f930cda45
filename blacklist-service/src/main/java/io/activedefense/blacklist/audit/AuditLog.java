// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.audit;

import java.util.List;

/** What was recorded. It is written with each change, in the change's own transaction, and by nobody else. */
public interface AuditLog {
    /** The latest first. */
    List<AuditEvent> search(AuditQuery query);
}
