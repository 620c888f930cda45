// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that we made up: 256 random bits as text. It is told to its owner once and kept only as its SHA-256, which is
 * enough for what nobody can guess. Prints as nothing.
 */
public final class RandomSecret {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private RandomSecret(String text) {
        this.text = text;
    }

    /** A new one, whose text begins with a mark by which scanners of leaked secrets know it. */
    public static RandomSecret create(String mark) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new RandomSecret(mark + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** What somebody says to be one. */
    public static RandomSecret given(String text) {
        return new RandomSecret(text);
    }

    public String text() {
        return text;
    }

    /** By which it is found again. */
    public byte[] digest() {
        return sha256(text);
    }

    /** Another secret that follows from this one, and tells nothing of it. */
    public String derived(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(purpose + ':' + text));
    }

    @Override
    public String toString() {
        return "secret";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
