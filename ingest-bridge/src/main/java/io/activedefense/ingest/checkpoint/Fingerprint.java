// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the first bytes of a file come to. Two lives under one inode differ in it, since log lines begin with a time.
 *
 * @param length how many bytes it is of; 0 while the file was empty, which fits any file
 * @param hash the first half of their SHA-256, in hexadecimal
 */
public record Fingerprint(int length, String hash) {
    private static final int HASH_BYTES = 16;

    public static final Fingerprint OF_NOTHING = of(new byte[0], 0);

    public Fingerprint {
        if (length < 0) {
            throw new IllegalArgumentException("fingerprint length " + length + " is negative");
        }
    }

    public static Fingerprint of(byte[] bytes, int length) {
        var sha256 = sha256();
        sha256.update(bytes, 0, length);
        return new Fingerprint(length, HexFormat.of().formatHex(sha256.digest(), 0, HASH_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
