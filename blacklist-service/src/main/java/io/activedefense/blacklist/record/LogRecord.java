// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import io.activedefense.contracts.event.FirewallEvent;

/**
 * A log line as it is filed.
 *
 * @param key tells it from every other
 * @param filedUnderArrival whether its own time could not be
 * @param copy whether another record has the same line, which another device sent on
 * @param event the line
 */
public record LogRecord(RecordKey key, boolean filedUnderArrival, boolean copy, FirewallEvent event) {}
