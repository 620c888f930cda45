// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a caller wants, as sent.
 *
 * @param q an address finds the entries that hold it, a prefix those inside it, other text those that have it in
 *     address or comment
 * @param reason id of a rule
 * @param origin who listed them
 * @param standing listed, released or any
 * @param after the last address of the page before
 * @param limit most entries of the page
 */
record ListParameters(
        @Nullable String q,
        @Nullable String reason,
        @Nullable String origin,
        @Nullable String standing,
        @Nullable String after,
        @Nullable String limit) {
    private static final int USUAL = 100;

    ListParameters {
        q = orAbsent(q);
        reason = orAbsent(reason);
        origin = orAbsent(origin);
        standing = orAbsent(standing);
        after = orAbsent(after);
        limit = orAbsent(limit);
    }

    EntryQuery toQuery() {
        Optional<Cidr> sought = Optional.ofNullable(q).flatMap(ListParameters::readAddress);
        return new EntryQuery(
                standing == null
                        ? EntryQuery.Standing.LISTED
                        : Requests.oneOf("standing", standing, EntryQuery.Standing.values(), ListParameters::word),
                sought.filter(address -> !address.isSingleAddress()).orElse(null),
                sought.filter(Cidr::isSingleAddress).orElse(null),
                sought.isPresent() ? null : q,
                reason,
                origin == null ? null : Requests.oneOf("origin", origin, Origin.values(), ListParameters::word),
                after == null ? null : Requests.address("after", after),
                limit == null ? USUAL : Requests.number("limit", limit, 1, EntryQuery.MOST));
    }

    /** A form sends what was not filled in as nothing. */
    private static @Nullable String orAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Optional<Cidr> readAddress(String text) {
        try {
            return Optional.of(Cidr.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String word(EntryQuery.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Origin origin) {
        return switch (origin) {
            case DETECTED -> "detected";
            case USER_ADDED -> "User Added";
        };
    }
}
