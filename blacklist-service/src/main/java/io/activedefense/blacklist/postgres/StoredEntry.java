// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored.
 *
 * @param toldExpiry the expiry that the topic was told last
 */
record StoredEntry(Entry entry, @Nullable Instant toldExpiry) {}
