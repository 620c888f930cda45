// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.alarm.AlarmKind;
import io.activedefense.blacklist.notification.Wording.Fact;
import io.activedefense.blacklist.notification.Wording.Item;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts notices into words. */
public final class Wordings {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Wordings() {}

    public static Wording of(Letter letter) {
        Page page = letter.page();
        return switch (letter.notice()) {
            case Notice.Listings listings ->
                new Wording(
                        subject(listings),
                        listings.listed().stream().map(each -> item(each, page)).toList(),
                        rest(listings.total() - listings.listed().size(), "addresses"),
                        page.blacklist());
            case Notice.Alarms alarms ->
                new Wording(
                        subject(alarms),
                        alarms.changes().stream().map(Wordings::item).toList(),
                        rest(alarms.total() - alarms.changes().size(), "changes of alarms"),
                        page.overview());
            case Notice.Trial trial -> wording(trial, letter.at(), page.overview());
        };
    }

    /** In a line. */
    public static String subject(Notice notice) {
        return switch (notice) {
            case Notice.Listings listings -> subject(listings);
            case Notice.Alarms alarms -> subject(alarms);
            case Notice.Trial trial -> "Test message";
        };
    }

    private static String subject(Notice.Listings listings) {
        String reasons = listings.byReason().entrySet().stream()
                .map(reason -> Reason.titleOf(reason.getKey()) + (listings.total() == 1 ? "" : " " + reason.getValue()))
                .collect(Collectors.joining(", "));
        String what = listings.total() == 1 && listings.listed().size() == 1
                ? listings.listed().getFirst().address() + " listed"
                : listings.total() + " addresses listed";
        return what + (reasons.isEmpty() ? "" : ": " + reasons);
    }

    private static String subject(Notice.Alarms alarms) {
        if (alarms.total() == 1 && alarms.changes().size() == 1) {
            AlarmChange only = alarms.changes().getFirst();
            return "Alarm " + word(only) + ": " + AlarmKind.titleOf(only.kind()) + ", " + only.subject();
        }
        long over = alarms.changes().stream()
                .filter(change -> change.change() == AlarmChange.Change.CLEARED)
                .count();
        return "Alarms: " + (alarms.total() - over) + " raised, " + over + " cleared";
    }

    private static Item item(Listing listing, Page page) {
        var facts = new ArrayList<Fact>();
        if (listing.country() != null) {
            facts.add(new Fact("Country", listing.country()));
        }
        facts.add(new Fact(
                "Reason", listing.grounds().stream().map(Reason::titleOf).collect(Collectors.joining(", "))));
        if (listing.userAdded()) {
            facts.add(new Fact("By", listing.by()));
        }
        if (listing.comment() != null) {
            facts.add(new Fact("Comment", listing.comment()));
        }
        if (listing.evidence() != null) {
            facts.add(new Fact("Evidence", listing.evidence()));
        }
        facts.add(new Fact("Listed", TIME.format(listing.listedAt())));
        return new Item(listing.address().toString(), facts, page.entry(listing.address()));
    }

    private static Item item(AlarmChange change) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("What", change.detail()));
        if (change.change() != AlarmChange.Change.CLEARED) {
            facts.add(new Fact("What to do", change.whatToDo()));
        }
        facts.add(new Fact("Since", TIME.format(change.raisedAt())));
        Instant over = change.clearedAt();
        if (over != null) {
            facts.add(new Fact("Over", TIME.format(over)));
        }
        String title = AlarmKind.titleOf(change.kind()) + ", " + change.subject() + ": " + word(change);
        return new Item(title, facts, Optional.empty());
    }

    private static Wording wording(Notice.Trial trial, Instant at, Optional<URI> link) {
        var item = new Item(
                "It works",
                List.of(new Fact("Asked for by", trial.by()), new Fact("At", TIME.format(at))),
                Optional.empty());
        return new Wording(subject(trial), List.of(item), Optional.empty(), link);
    }

    private static Optional<String> rest(long left, String what) {
        return left > 0 ? Optional.of("And " + left + " more " + what + ".") : Optional.empty();
    }

    private static String word(AlarmChange change) {
        return switch (change.change()) {
            case RAISED -> "raised";
            case WORSE -> "has grown worse";
            case CLEARED -> "cleared";
        };
    }
}
