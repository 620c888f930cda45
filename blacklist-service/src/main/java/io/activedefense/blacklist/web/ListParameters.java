// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.EntryFilter;
import io.activedefense.blacklist.entry.EntryFilter.Span;
import io.activedefense.blacklist.entry.EntryOrder;
import io.activedefense.blacklist.entry.EntryOrder.By;
import io.activedefense.blacklist.entry.EntryOrder.Place;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a caller wants, as sent.
 *
 * @param q an address or a prefix finds the entries that it holds and those that hold it, other text those that have it
 *     in address or comment
 * @param within a prefix: the entries inside it
 * @param around an address or a prefix: the entries that hold it
 * @param reason id of a rule
 * @param origin who listed them: detected or User Added
 * @param device one that their evidence names
 * @param country the source's location as the firewall writes it, in any case
 * @param standing listed, released or any
 * @param listedFrom listed at this time or later
 * @param listedUntil listed before this time
 * @param seenFrom seen last at this time or later
 * @param seenUntil seen last before this time
 * @param sort address, listed-at, last-seen, expires-at or hits; with a minus before it the greatest first
 * @param after what next of the page before said
 * @param limit most entries of the page, up to 1,000
 */
@Introspected
record ListParameters(
        @QueryValue @Nullable String q,
        @QueryValue @Nullable String within,
        @QueryValue @Nullable String around,
        @QueryValue @Nullable String reason,
        @QueryValue @Nullable String origin,
        @QueryValue @Nullable String device,
        @QueryValue @Nullable String country,
        @QueryValue @Nullable String standing,
        @QueryValue @Nullable String listedFrom,
        @QueryValue @Nullable String listedUntil,
        @QueryValue @Nullable String seenFrom,
        @QueryValue @Nullable String seenUntil,
        @QueryValue @Nullable String sort,
        @QueryValue @Nullable String after,
        @QueryValue @Nullable String limit) {
    private static final int USUAL = 100;

    EntryQuery toQuery() {
        EntryOrder order = order();
        int most = given(limit)
                .map(text -> Requests.number("limit", text, 1, EntryQuery.MOST))
                .orElse(USUAL);
        return new EntryQuery(filter(), order, place(order), most);
    }

    EntryOrder order() {
        return given(sort).map(ListParameters::order).orElse(EntryOrder.ADDRESS);
    }

    EntryFilter filter() {
        Optional<Cidr> sought = given(q).flatMap(ListParameters::readAddress);
        return new EntryFilter(
                given(standing)
                        .map(text -> Requests.oneOf("standing", text, EntryFilter.Standing.values(), Requests::word))
                        .orElse(EntryFilter.Standing.LISTED),
                sought.orElse(null),
                address("within", within),
                address("around", around),
                sought.isPresent() ? null : given(q).orElse(null),
                given(reason).orElse(null),
                given(origin)
                        .map(text -> Requests.oneOf("origin", text, Origin.values(), ListParameters::word))
                        .orElse(null),
                given(device).orElse(null),
                given(country).map(Requests::country).orElse(null),
                new Span(time("listedFrom", listedFrom), time("listedUntil", listedUntil)),
                new Span(time("seenFrom", seenFrom), time("seenUntil", seenUntil)));
    }

    private @Nullable Place place(EntryOrder order) {
        try {
            return given(after).map(order::read).orElse(null);
        } catch (IllegalArgumentException e) {
            throw Requests.refused(
                    "after", String.valueOf(after), "what next of the page before said; " + e.getMessage());
        }
    }

    private static EntryOrder order(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return new EntryOrder(Requests.oneOf("sort", name, By.values(), Requests::word), descending);
    }

    /** A form sends what was not filled in as nothing. */
    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }

    private static @Nullable Cidr address(String field, @Nullable String text) {
        return given(text).map(some -> Requests.address(field, some)).orElse(null);
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        return given(text).map(some -> Requests.time(field, some)).orElse(null);
    }

    private static Optional<Cidr> readAddress(String text) {
        try {
            return Optional.of(Cidr.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String word(Origin origin) {
        return switch (origin) {
            case DETECTED -> "detected";
            case USER_ADDED -> "User Added";
        };
    }
}
