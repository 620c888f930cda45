// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text of anybody, for people to look at: short, and without what moves the cursor or turns the direction of text. */
public final class SafeText {
    static final int LONGEST = 200;

    private static final int REPLACEMENT = 0xfffd;

    private SafeText() {}

    static String of(byte[] bytes, int from, int to) {
        int most = Math.min(to - from, 4 * LONGEST + 4);
        String safe = of(new String(bytes, from, most, UTF_8));
        return safe.codePointCount(0, safe.length()) <= LONGEST
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, LONGEST)) + "\u2026";
    }

    public static String of(String text) {
        return text.codePoints()
                .map(character -> isSafe(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSafe(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT, // what turns the direction of text among them
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
