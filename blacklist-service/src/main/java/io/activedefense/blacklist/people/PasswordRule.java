// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.Locale;

/** Which passwords are good enough: length counts, and what nobody guesses first (NIST SP 800-63B, 5.1.1). */
public final class PasswordRule {
    public static final int LEAST = 12;
    public static final String ACCEPTED = "a password of at least " + LEAST + " characters and at most "
            + PasswordHash.MOST_BYTES + " bytes in UTF-8, not the user's name, not a few characters repeated";

    private static final int FEW = 4;

    private PasswordRule() {}

    /**
     * The password itself.
     *
     * @param field of the request that has it
     * @throws InvalidSettingException if it is not good enough; it is not told in it
     */
    public static String accepted(String field, String password, String user) {
        int characters = password.codePointCount(0, password.length());
        int bytes = password.getBytes(UTF_8).length;
        if (characters < LEAST || bytes > PasswordHash.MOST_BYTES) {
            throw refused(field, characters + " characters, " + bytes + " bytes");
        }
        if (password.codePoints().distinct().count() <= FEW) {
            throw refused(field, "a few characters repeated");
        }
        if (password.toLowerCase(Locale.ROOT).replace(user, "").length() < LEAST / 2) {
            throw refused(field, "the user's name");
        }
        return password;
    }

    private static InvalidSettingException refused(String field, String what) {
        return new InvalidSettingException(field, what, ACCEPTED);
    }
}
