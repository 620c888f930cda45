// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.exchange;

import io.activedefense.blacklist.backtest.Difference;
import io.activedefense.blacklist.backtest.Difference.Listing;
import io.activedefense.blacklist.backtest.Found;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a backtest found, as comma-separated values that a spreadsheet may open. */
public final class BacktestFile {
    private BacktestFile() {}

    /** The first line. */
    public static String heading() {
        return Csv.write(List.of(
                "source", "change", "was_at", "was_rules", "would_at", "would_rules", "allowed_sessions", "country"));
    }

    /** One source. */
    public static String line(Found found) {
        Difference difference = found.difference();
        String country = found.sessions().country();
        return Csv.write(List.of(
                difference.source().toString(),
                difference.change().name().toLowerCase(Locale.ROOT),
                at(difference.was()),
                rules(difference.was()),
                at(difference.would()),
                rules(difference.would()),
                String.valueOf(found.sessions().allowed()),
                country == null ? "" : country));
    }

    private static String at(@Nullable Listing listing) {
        return listing == null ? "" : listing.at().toString();
    }

    private static String rules(@Nullable Listing listing) {
        return listing == null ? "" : String.join(" ", listing.rules());
    }
}
