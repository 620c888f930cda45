// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Passwords as they are stored: bcrypt. */
public final class PasswordHash {
    /** What bcrypt looks at. */
    public static final int MOST_BYTES = 72;

    private static final String VERSION = "2b";
    private static final int COST = 10;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    public static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return OpenBSDBCrypt.generate(VERSION, password.toCharArray(), salt, COST);
    }

    public static boolean matches(String password, String hash) {
        return password.getBytes(UTF_8).length <= MOST_BYTES
                && OpenBSDBCrypt.checkPassword(hash, password.toCharArray());
    }
}
