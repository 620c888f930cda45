// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.History;
import io.activedefense.blacklist.entry.History.Numbered;
import io.micronaut.http.sse.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one page what is new since it was told last. Stepped by whoever owns the connection. */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** Also what shows a page, and the proxies on the way, that the connection lives. */
    static final int STEPS_A_STATUS = 3;

    static final int MOST_AT_ONCE = 500;
    private final History history;
    private final Supplier<StatusView> status;
    private final @Nullable Long before;
    private boolean placed;
    private long told;
    private int steps;

    /**
     * A page that was told up to an event.
     *
     * @param before the number of that event; absent: it wants only what happens from now on
     */
    Follower(History history, Supplier<StatusView> status, @Nullable Long before) {
        this.history = history;
        this.status = status;
        this.before = before;
    }

    /** What is new; with the database away only the status, which says so. */
    List<Event<?>> step() {
        var news = new ArrayList<Event<?>>();
        // A step takes seconds while the database is away: the page shall know soon.
        boolean due = steps++ % STEPS_A_STATUS == 0;
        try {
            news.addAll(events());
        } catch (RuntimeException e) {
            LOG.debug("a page is told no events now", e);
            due = true;
        }
        if (due) {
            news.add(Event.of(status.get()).name("status"));
        }
        return news;
    }

    private List<Event<?>> events() {
        if (!placed) {
            place(history.latest());
        }
        List<Numbered> events = history.after(told, MOST_AT_ONCE);
        if (!events.isEmpty()) {
            told = events.getLast().number();
        }
        return events.stream().<Event<?>>map(Follower::told).toList();
    }

    /** A number above the latest is of a database that was there before: what happens from now on is news. */
    private void place(long latest) {
        told = before == null ? latest : Math.min(before, latest);
        placed = true;
    }

    private static Event<?> told(Numbered event) {
        return Event.of(event.event()).name("blacklist").id(Long.toString(event.number()));
    }
}
