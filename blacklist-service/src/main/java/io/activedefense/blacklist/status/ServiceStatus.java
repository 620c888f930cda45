// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.status;

/** Where one asks how the whole is. Answers from memory: it costs nothing and works with Kafka and Postgres down. */
@FunctionalInterface
public interface ServiceStatus {
    StatusReport report();
}
