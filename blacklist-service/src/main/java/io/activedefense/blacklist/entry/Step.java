// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.blacklist.BlacklistEvent.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step in an entry's life.
 *
 * @param before the entry as it was
 * @param after the entry as it is now
 * @param kind what the world calls it; absent: nothing to speak of
 */
public record Step(Entry before, Entry after, @Nullable Kind kind) {
    static Step none(Entry entry) {
        return new Step(entry, entry, null);
    }

    static Step quiet(Entry before, Entry after) {
        return new Step(before, after, null);
    }

    public boolean changed() {
        return !before.equals(after);
    }

    public boolean changesTheList() {
        return before.isListed() != after.isListed();
    }

    public Optional<Kind> event() {
        return Optional.ofNullable(kind);
    }
}
