// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.edl.EdlSnapshot.Representation;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A GET or HEAD of the list, as far as its headers decide the answer.
 *
 * @param ifNoneMatch entity tags that the poller has, as sent
 * @param ifModifiedSince date that it has, as sent; counts only without {@code ifNoneMatch}
 * @param acceptEncoding codings that it takes, as sent
 */
public record Poll(
        @Nullable String ifNoneMatch,
        @Nullable String ifModifiedSince,
        @Nullable String acceptEncoding) {
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    /**
     * What the poller gets.
     *
     * @param representation plain or packed, as it asked
     * @param gzip whether packed
     * @param changed whether it must be sent, or the poller has it
     * @param lastModified absent in the second of a change
     */
    public record Answer(Representation representation, boolean gzip, boolean changed, Optional<String> lastModified) {}

    public Answer of(EdlSnapshot snapshot, Instant now) {
        boolean gzip = AcceptEncoding.prefersGzip(acceptEncoding);
        Representation representation = gzip ? snapshot.gzip() : snapshot.plain();
        return new Answer(
                representation,
                gzip,
                !hasAlready(representation.etag(), snapshot, now),
                snapshot.isDatedAt(now) ? Optional.of(snapshot.modifiedText()) : Optional.empty());
    }

    private boolean hasAlready(String etag, EdlSnapshot snapshot, Instant now) {
        return ifNoneMatch != null ? names(ifNoneMatch, etag) : isNoOlder(snapshot, now);
    }

    /** Weak comparison, as RFC 9110 13.1.2 wants it. */
    private static boolean names(String tags, String etag) {
        if (tags.strip().equals("*")) {
            return true;
        }
        Matcher tag = ENTITY_TAG.matcher(tags);
        while (tag.find()) {
            if (tag.group(1).equals(etag)) {
                return true;
            }
        }
        return false;
    }

    /** A date in the future comes from a wrong clock and says nothing. */
    private boolean isNoOlder(EdlSnapshot snapshot, Instant now) {
        return ifModifiedSince != null
                && snapshot.isDatedAt(now)
                && HttpDate.read(ifModifiedSince)
                        .filter(since -> !since.isAfter(now) && !since.isBefore(snapshot.modified()))
                        .isPresent();
    }
}
