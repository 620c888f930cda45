// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.database;

import java.nio.file.Path;

/** What we set in PostgreSQL: on loopback only, durable, with bounded logs that hold no statement's text. */
record ClusterSettings(int port, Path ownLogs) {
    static final String FILE = "active-defense.conf";

    String text() {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60

                fsync = on
                synchronous_commit = on
                full_page_writes = on

                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                log_min_error_statement = panic
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(port, ownLogs.toString().replace("'", "''"));
    }
}
