// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.standalone.database.Postgres.Reachable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** What was archived of one file, held against the file. */
final class ArchivedLines {
    private static final int ROWS_AT_A_TIME = 10_000;

    private final byte[] text;
    private final Set<Integer> begins = new HashSet<>();

    private ArchivedLines(byte[] text) {
        this.text = text;
    }

    static Connection connection(Reachable database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.user(), database.password().value());
    }

    /** Each line of the file has one row, and its row says what the line says. */
    static void areThoseOf(byte[] text, Reachable database) throws SQLException {
        var archived = new ArchivedLines(text);
        try (Connection connection = connection(database)) {
            connection.setAutoCommit(false);
            try (var select = connection.prepareStatement("SELECT event FROM log_record")) {
                select.setFetchSize(ROWS_AT_A_TIME);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        archived.check(FirewallEvent.of(row.getBytes("event")));
                    }
                }
            }
        }
        assertThat(archived.begins).isEqualTo(archived.beginsOfLines());
    }

    private void check(FirewallEvent event) {
        LineIdentity line = event.line();
        int begin = Math.toIntExact(line.offset());
        String written = new String(text, begin, line.length(), UTF_8);
        assertThat(begins.add(begin)).as("%s once", written).isTrue();
        assertThat(written)
                .contains("SrcIP=" + event.source() + ";")
                .contains("SrcPort=" + event.sourcePort() + ";")
                .contains("DstIP=" + event.destination() + ";")
                .contains("DstPort=" + event.destinationPort() + ";")
                .contains("Action=" + event.actionText() + ";");
    }

    private Set<Integer> beginsOfLines() {
        var all = new HashSet<Integer>();
        int begin = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                all.add(begin);
                begin = i + 1;
            }
        }
        return all;
    }
}
