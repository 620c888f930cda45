// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One state of the list, ready to be sent: nothing is computed while it is served. Who takes its bytes must not change
 * them.
 *
 * <p>{@link #modified} is the full second after the content changed and {@link #INSTANCES_AGREE} more, and is told only
 * once that second has come: at HTTP's resolution of a second two contents could share a date otherwise, and a poller
 * that asks by date would miss the second one. The margin is for those who are balanced over several instances: by the
 * time that one tells a list's date, no other has a newer list of the same or an earlier date.
 */
public final class EdlSnapshot {
    /** Longer than an instance takes to serve what another one serves, their clocks' difference included. */
    static final Duration INSTANCES_AGREE = Duration.ofSeconds(2);

    /** From the second of a change to its date. */
    static final Duration DATED_AHEAD = INSTANCES_AGREE.plusSeconds(1);

    private final Representation plain;
    private final Representation gzip;
    private final int entries;
    private final Instant modified;
    private final String modifiedText;

    /** What is sent: bytes and their strong entity tag. */
    public static final class Representation {
        private final byte[] bytes;
        private final String etag;

        private Representation(byte[] bytes, String etag) {
            this.bytes = bytes;
            this.etag = etag;
        }

        public byte[] bytes() {
            return bytes;
        }

        /** With its quotes. */
        public String etag() {
            return etag;
        }
    }

    EdlSnapshot(byte[] text, int entries, Instant modified) {
        String hash = hash(text);
        this.plain = new Representation(text, '"' + hash + '"');
        this.gzip = new Representation(gzipped(text), '"' + hash + "-gzip\"");
        this.entries = entries;
        this.modified = modified;
        this.modifiedText = HttpDate.of(modified);
    }

    /** The first list, or the one that follows: its date never goes back, also when the clock does. */
    static Instant modifiedAfter(Instant changedAt, Instant previous) {
        Instant next = changedAt.truncatedTo(ChronoUnit.SECONDS).plus(DATED_AHEAD);
        return next.isBefore(previous) ? previous : next;
    }

    public Representation plain() {
        return plain;
    }

    public Representation gzip() {
        return gzip;
    }

    public int entries() {
        return entries;
    }

    public Instant modified() {
        return modified;
    }

    String modifiedText() {
        return modifiedText;
    }

    /** Whether {@link #modified} may be told: no other list can come to bear the same date any more. */
    boolean isDatedAt(Instant now) {
        return !now.isBefore(modified);
    }

    boolean hasText(byte[] text) {
        return Arrays.equals(plain.bytes, text);
    }

    static String hash(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] gzipped(byte[] text) {
        var packed = new ByteArrayOutputStream(text.length / 2);
        try (OutputStream gzip = new FastGzip(packed)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A list of addresses packs nearly as well at the fastest level, in a third of the time. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
