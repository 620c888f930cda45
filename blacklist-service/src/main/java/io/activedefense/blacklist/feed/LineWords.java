// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.blacklist.Origin;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line says beside its address. It comes from topics that others write: only what can't break a line is let out. */
final class LineWords {
    private LineWords() {}

    /** The rules, or that an operator added it. */
    static String why(Line line, String between) {
        Stream<String> operator = line.origin() == Origin.USER_ADDED ? Stream.of("user-added") : Stream.empty();
        return Stream.concat(operator, line.reasons().stream().filter(LineWords::isPlain))
                .collect(Collectors.joining(between));
    }

    private static boolean isPlain(String reason) {
        return reason.matches("[a-z][a-z0-9-]*");
    }
}
