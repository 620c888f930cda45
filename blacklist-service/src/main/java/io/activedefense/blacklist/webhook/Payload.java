// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.webhook;

import io.activedefense.blacklist.notification.AlarmChange;
import io.activedefense.blacklist.notification.Letter;
import io.activedefense.blacklist.notification.Listing;
import io.activedefense.blacklist.notification.Notice;
import io.activedefense.blacklist.notification.PlainText;
import io.activedefense.blacklist.notification.Wording;
import io.activedefense.blacklist.notification.Wordings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is sent, as {@code docs/notifications.md} describes it. Chats that take {@code text} show that.
 *
 * @param version of this form; a change that breaks readers has the next
 * @param id the same where it is sent again
 * @param kind listed, alarms or test
 * @param at when it was written
 * @param text all of it in words, cut where it is long
 * @param link to the page
 * @param total how many addresses or changes there were; the first 200 are named
 * @param byReason how many addresses for each reason
 * @param listed addresses that were listed
 * @param alarms what became of alarms
 */
record Payload(
        int version,
        String id,
        String kind,
        Instant at,
        String text,
        @Nullable URI link,
        @Nullable Long total,
        @Nullable SortedMap<String, Long> byReason,
        @Nullable List<Listing> listed,
        @Nullable List<AlarmChange> alarms) {
    private static final int VERSION = 1;
    private static final int LONGEST_TEXT = 3_000;

    static Payload of(Letter letter) {
        return switch (letter.notice()) {
            case Notice.Listings notice -> of(letter, notice.total(), notice.byReason(), notice.listed(), null);
            case Notice.Alarms notice -> of(letter, notice.total(), null, null, notice.changes());
            case Notice.Trial notice -> of(letter, null, null, null, null);
        };
    }

    private static Payload of(
            Letter letter,
            @Nullable Long total,
            @Nullable SortedMap<String, Long> byReason,
            @Nullable List<Listing> listed,
            @Nullable List<AlarmChange> alarms) {
        Wording wording = Wordings.of(letter);
        String text = PlainText.of(wording);
        return new Payload(
                VERSION,
                letter.id(),
                letter.notice().kind(),
                letter.at(),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "\u2026" : text,
                wording.link().orElse(null),
                total,
                byReason,
                listed,
                alarms);
    }
}
