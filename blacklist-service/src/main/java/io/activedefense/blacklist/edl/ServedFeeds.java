// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The feeds as they are served now. Switched as a whole; readers ask nobody else. */
public final class ServedFeeds {
    private volatile Map<String, ServedFeed> byFile = Map.of();
    private volatile boolean complete;

    /** The feed whose file is named so. */
    public Optional<ServedFeed> find(String fileName) {
        return Optional.ofNullable(byFile.get(fileName));
    }

    public Optional<ServedFeed> named(String feed) {
        return byFile.values().stream()
                .filter(served -> served.feed().name().equals(feed))
                .findFirst();
    }

    /** Whether all feeds are known: before the database answered, one that is not here may be there all the same. */
    public boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
    }

    void serve(Collection<ServedFeed> feeds) {
        byFile = feeds.stream()
                .collect(Collectors.toUnmodifiableMap(feed -> feed.feed().fileName(), Function.identity()));
    }
}
