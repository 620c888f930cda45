// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rotation calls a file that was a log: {@code PA-1.log.3}, {@code PA-1.log-20261122}, and the like with what
 * compresses it.
 *
 * @param log that it was
 * @param digits how many rotations ago, or a date
 * @param dated which of the two
 * @param compressed so that it can't be followed
 */
record RotatedName(Path log, String digits, boolean dated, boolean compressed) {
    private static final Pattern NAME = Pattern.compile(
            "(?<log>.+\\.log)(?:\\.(?<index>\\d{1,5})|[-._](?<date>\\d[\\dT:._-]{5,30}))(?<compressed>\\.(?:gz|bz2|xz|zst|lz4|Z))?");

    /** The oldest first: dated ones from the past on, then numbered ones from the highest down. */
    static final Comparator<RotatedName> AGE = Comparator.comparingInt((RotatedName name) -> name.dated ? 0 : 1)
            .thenComparing(name -> name.dated ? name.digits : "")
            .thenComparingInt(name -> name.dated ? 0 : -Integer.parseInt(name.digits));

    static Optional<RotatedName> of(Path path) {
        Matcher matcher = NAME.matcher(path.getFileName().toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean dated = matcher.group("date") != null;
        String digits = (dated ? matcher.group("date") : matcher.group("index")).replaceAll("\\D", "");
        return Optional.of(new RotatedName(
                path.resolveSibling(matcher.group("log")), digits, dated, matcher.group("compressed") != null));
    }
}
