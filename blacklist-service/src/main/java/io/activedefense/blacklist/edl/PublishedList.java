// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The list as it is served now. Switched from one whole state to the next; before the first good one there is none. */
public final class PublishedList {
    /** With {@link EdlSnapshot#INSTANCES_AGREE} it leaves a second for the difference of two instances' clocks. */
    private static final Duration IN_TOUCH = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable EdlSnapshot> current = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> confirmedAt = new AtomicReference<>();

    public Optional<EdlSnapshot> current() {
        return Optional.ofNullable(current.get());
    }

    /**
     * Whether a list's date may be told, or compared with: its second has come, and the list was the newest a moment ago.
     * While this instance is out of touch with the database, another one may serve a newer list of the same date.
     */
    public boolean dates(EdlSnapshot snapshot, Instant now) {
        return snapshot.isDatedAt(now)
                && confirmedAt()
                        .filter(confirmed -> confirmed.plus(IN_TOUCH).isAfter(now))
                        .isPresent();
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
