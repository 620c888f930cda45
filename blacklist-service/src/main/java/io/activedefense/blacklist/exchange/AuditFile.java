// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.audit.AuditEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log as comma-separated values, an event a line. */
public final class AuditFile {
    private AuditFile() {}

    public static String heading() {
        return Csv.write(List.of("id", "at", "who", "via", "address", "action", "kind", "subject", "before", "after"));
    }

    public static String line(AuditEvent event) {
        return Csv.write(List.of(
                Long.toString(event.id()),
                event.at().toString(),
                event.actor().who(),
                event.actor().via().word(),
                event.actor().address() == null ? "" : event.actor().address(),
                event.action(),
                event.kind(),
                event.subject(),
                text(event.before()),
                text(event.after())));
    }

    private static String text(@Nullable JsonNode document) {
        return document == null ? "" : document.toString();
    }
}
