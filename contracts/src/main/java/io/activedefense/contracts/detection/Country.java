// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.detection;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a source is, as the firewall wrote it: a country's code or name, or a range that an operator gave a name of its
 * own. Whoever can send a log line chooses it, so it is kept short and printable.
 */
public final class Country {
    /** In characters; longer ones are cut. */
    public static final int LONGEST = 64;

    public static final String ACCEPTED = "1 to " + LONGEST
            + " characters, none of them a control character, as the firewall writes it: RU or Germany, for instance";

    private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private Country() {}

    /** What is kept of what was written; absent where that says nothing. */
    public static @Nullable String of(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String printable = NOT_PRINTABLE.matcher(written).replaceAll(" ").strip();
        String kept = cut(printable).strip();
        return kept.isEmpty() ? null : kept;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean splitsAPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, splitsAPair ? LONGEST - 1 : LONGEST);
    }
}
