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
     * @param lastModified absent for some seconds after a change, and out of touch with the database
     */
    public record Answer(Representation representation, boolean gzip, boolean changed, Optional<String> lastModified) {}

    /**
     * Decides.
     *
     * @param dated whether the list's date may be told, see {@link PublishedList#dates}
     */
    public Answer of(EdlSnapshot snapshot, boolean dated, Instant now) {
        boolean gzip = AcceptEncoding.prefersGzip(acceptEncoding);
        Representation representation = gzip ? snapshot.gzip() : snapshot.plain();
        return new Answer(
                representation,
                gzip,
                !hasAlready(representation.etag(), snapshot, dated, now),
                dated ? Optional.of(snapshot.modifiedText()) : Optional.empty());
    }

    private boolean hasAlready(String etag, EdlSnapshot snapshot, boolean dated, Instant now) {
        return ifNoneMatch != null ? names(ifNoneMatch, etag) : dated && isNoOlder(snapshot, now);
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
                && HttpDate.read(ifModifiedSince)
                        .filter(since -> !since.isAfter(now) && !since.isBefore(snapshot.modified()))
                        .isPresent();
    }
}
