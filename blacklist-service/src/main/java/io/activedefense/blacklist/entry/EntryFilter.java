// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant. What is absent doesn't narrow.
 *
 * @param standing listed, released or both
 * @param touching entries that this address or prefix contains, or that contain it
 * @param within entries that this prefix contains
 * @param around entries that contain this address or prefix
 * @param text part of the address as written or of the comment, in any case
 * @param reason id of a rule among the entry's reasons
 * @param origin who put it on the list
 * @param device one that the evidence names
 * @param country where the source is as the firewall wrote it, or as it was looked up, in any case
 * @param listedAt when it came on the list
 * @param lastSeen when it was seen last
 */
public record EntryFilter(
        Standing standing,
        @Nullable Cidr touching,
        @Nullable Cidr within,
        @Nullable Cidr around,
        @Nullable String text,
        @Nullable String reason,
        @Nullable Origin origin,
        @Nullable String device,
        @Nullable String country,
        Span listedAt,
        Span lastSeen) {
    /** All that is listed. */
    public static final EntryFilter LISTED = of(Standing.LISTED);

    /** Whether an entry is on the list. */
    public enum Standing {
        LISTED,
        RELEASED,
        ANY
    }

    /**
     * A time between two others.
     *
     * @param from at or after this
     * @param until before this
     */
    public record Span(@Nullable Instant from, @Nullable Instant until) {
        public static final Span ANY = new Span(null, null);
    }

    public static EntryFilter of(Standing standing) {
        return new EntryFilter(standing, null, null, null, null, null, null, null, null, Span.ANY, Span.ANY);
    }

    public EntryFilter touching(Cidr network) {
        return new EntryFilter(
                standing, network, within, around, text, reason, origin, device, country, listedAt, lastSeen);
    }

    public EntryFilter within(Cidr network) {
        return new EntryFilter(
                standing, touching, network, around, text, reason, origin, device, country, listedAt, lastSeen);
    }

    public EntryFilter around(Cidr address) {
        return new EntryFilter(
                standing, touching, within, address, text, reason, origin, device, country, listedAt, lastSeen);
    }

    public EntryFilter text(String part) {
        return new EntryFilter(
                standing, touching, within, around, part, reason, origin, device, country, listedAt, lastSeen);
    }

    public EntryFilter reason(String rule) {
        return new EntryFilter(
                standing, touching, within, around, text, rule, origin, device, country, listedAt, lastSeen);
    }

    public EntryFilter origin(Origin lister) {
        return new EntryFilter(
                standing, touching, within, around, text, reason, lister, device, country, listedAt, lastSeen);
    }

    public EntryFilter device(String name) {
        return new EntryFilter(
                standing, touching, within, around, text, reason, origin, name, country, listedAt, lastSeen);
    }

    public EntryFilter country(String name) {
        return new EntryFilter(
                standing, touching, within, around, text, reason, origin, device, name, listedAt, lastSeen);
    }

    public EntryFilter listedAt(Span when) {
        return new EntryFilter(
                standing, touching, within, around, text, reason, origin, device, country, when, lastSeen);
    }

    public EntryFilter lastSeen(Span when) {
        return new EntryFilter(
                standing, touching, within, around, text, reason, origin, device, country, listedAt, when);
    }
}
