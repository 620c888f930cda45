// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The list as it is served now. Switched from one whole state to the next; before the first good one there is none. */
public final class PublishedList {
    private final AtomicReference<@Nullable EdlSnapshot> current = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> confirmedAt = new AtomicReference<>();

    public Optional<EdlSnapshot> current() {
        return Optional.ofNullable(current.get());
    }

    /** When it was last known to be what the database holds; absent until the database answered once. */
    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt.get());
    }

    void publish(EdlSnapshot snapshot) {
        current.set(snapshot);
    }

    void confirm(Instant at) {
        confirmedAt.set(at);
    }
}
