// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.regex.Pattern;

/** How users, groups and tokens may be called. */
public final class Names {
    public static final String ACCEPTED = "1 to 64 of a-z, 0-9, dot, dash, underscore and @, a letter or digit first";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final int LONGEST_ECHO = 64;

    private Names() {}

    public static String accepted(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidSettingException(
                    "name", name.length() > LONGEST_ECHO ? name.length() + " characters" : name, ACCEPTED);
        }
        return name;
    }
}
