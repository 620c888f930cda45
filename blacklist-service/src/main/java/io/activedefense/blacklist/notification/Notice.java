// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a recipient is told at once. However much came together, a notice names a bounded part of it and counts all. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Notice.Listings.class, name = "listed"),
    @JsonSubTypes.Type(value = Notice.Alarms.class, name = "alarms"),
    @JsonSubTypes.Type(value = Notice.Trial.class, name = "test")
})
public sealed interface Notice {
    /** So many are named. */
    int MOST_NAMED = 200;

    /** In a word, as it is stored and asked for. */
    String kind();

    /**
     * Both, where this one has not been delivered yet.
     *
     * @param later of the same kind
     */
    default Notice then(Notice later) {
        if (this instanceof Listings listings && later instanceof Listings more) {
            return listings.with(more);
        }
        if (this instanceof Alarms alarms && later instanceof Alarms more) {
            return alarms.with(more);
        }
        throw new IllegalArgumentException(later.kind() + " can't be told together with " + kind());
    }

    /**
     * Addresses were listed.
     *
     * @param listed those that are named
     * @param total how many there were
     * @param byReason how many for each reason
     */
    record Listings(List<Listing> listed, long total, SortedMap<String, Long> byReason) implements Notice {
        public Listings {
            listed = List.copyOf(listed);
            byReason = Collections.unmodifiableSortedMap(new TreeMap<>(byReason));
        }

        static Listings of(Collection<Listing> all) {
            var counts = new TreeMap<String, Long>();
            all.forEach(listing -> listing.grounds().forEach(reason -> counts.merge(reason, 1L, Long::sum)));
            return new Listings(named(all), all.size(), counts);
        }

        private Listings with(Listings later) {
            var counts = new TreeMap<>(byReason);
            later.byReason.forEach((reason, count) -> counts.merge(reason, count, Long::sum));
            return new Listings(both(listed, later.listed), total + later.total, counts);
        }

        @Override
        public String kind() {
            return "listed";
        }
    }

    /**
     * Alarms were raised, or are over.
     *
     * @param changes those that are named
     * @param total how many there were
     */
    record Alarms(List<AlarmChange> changes, long total) implements Notice {
        public Alarms {
            changes = List.copyOf(changes);
        }

        static Alarms of(Collection<AlarmChange> all) {
            return new Alarms(named(all), all.size());
        }

        private Alarms with(Alarms later) {
            return new Alarms(both(changes, later.changes), total + later.total);
        }

        @Override
        public String kind() {
            return "alarms";
        }
    }

    /**
     * Somebody tries out whether it arrives.
     *
     * @param by who
     */
    record Trial(String by) implements Notice {
        @Override
        public String kind() {
            return "test";
        }
    }

    private static <T> List<T> named(Collection<T> all) {
        return all.stream().limit(MOST_NAMED).toList();
    }

    private static <T> List<T> both(List<T> earlier, List<T> later) {
        var all = new ArrayList<>(earlier);
        all.addAll(later);
        return named(all);
    }
}
