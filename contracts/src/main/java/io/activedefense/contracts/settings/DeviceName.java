// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a device is called everywhere. Whoever can send syslog chooses a HOST name, and by it a file's name: one that is
 * not plain is masked, and told from others that are masked alike by a hash of it.
 */
public final class DeviceName {
    public static final int LONGEST = 100;

    static final String ACCEPTED = "1 to " + LONGEST
            + " letters, digits, dots, underscores, hyphens or colons, a letter, digit or underscore first";

    private static final int LONGEST_MASKED = 60;
    private static final int HASH_BYTES = 6;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._:-]{0,99}");
    private static final Pattern MASKED = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._:-]{0,59}~[0-9a-f]{12}");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._:-]");

    private DeviceName() {}

    /** The name of the device that calls itself so: what it calls itself, if that is plain. */
    public static String of(String host) {
        return PLAIN.matcher(host).matches() ? host : masked(host);
    }

    /** Whether a device can be called so. */
    public static boolean isName(String name) {
        return PLAIN.matcher(name).matches() || MASKED.matcher(name).matches();
    }

    private static String masked(String host) {
        String beginning = host.substring(0, Math.min(host.length(), LONGEST_MASKED - 1));
        String shown = NOT_PLAIN.matcher(beginning).replaceAll("_");
        return (shown.isEmpty() || ".-:".indexOf(shown.charAt(0)) >= 0 ? "_" : "") + shown + "~" + hash(host);
    }

    private static String hash(String host) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(host.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
