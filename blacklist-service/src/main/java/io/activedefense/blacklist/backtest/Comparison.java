// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.DistinctCountSettings;
import io.activedefense.rules.run.Listed;
import io.activedefense.rules.run.RuleRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two settings documents over the same events: what each would have listed within a range. Windows are full when it
 * begins, so events from {@link #reach} before it are wanted too. Not thread-safe.
 */
final class Comparison {
    private final TimeRange range;
    private final Duration longestWindow;
    private final RuleRun inForce;
    private final RuleRun underTest;

    Comparison(TimeRange range, DefenseSettings inForce, DefenseSettings underTest) {
        this.range = range;
        this.longestWindow = longest(inForce, underTest);
        this.inForce = new RuleRun(inForce, false);
        this.underTest = new RuleRun(underTest, false);
    }

    /** The events that it wants, in order of event time. */
    TimeRange reach() {
        return range.reachingBack(longestWindow);
    }

    void judge(LogRecord logged) {
        judge(logged, inForce);
        judge(logged, underTest);
    }

    /** The sources that either lists within the range. */
    List<Difference> differences() {
        Map<Cidr, Listed> was = bySource(inForce);
        Map<Cidr, Listed> would = bySource(underTest);
        var sources = new TreeSet<>(was.keySet());
        sources.addAll(would.keySet());
        return sources.stream()
                .filter(source -> isWithin(was.get(source)) || isWithin(would.get(source)))
                .map(source -> new Difference(
                        source, Difference.Listing.of(was.get(source)), Difference.Listing.of(would.get(source))))
                .sorted(Difference.ORDER)
                .toList();
    }

    private boolean isWithin(@Nullable Listed listed) {
        return Optional.ofNullable(listed)
                .filter(each -> range.holds(each.atMillis()))
                .isPresent();
    }

    /** One that is filed under its arrival has a time of its own that is in no order with the others. */
    private static void judge(LogRecord logged, RuleRun run) {
        if (!run.concerns(logged.event())) {
            return;
        }
        if (logged.filedUnderArrival()) {
            run.judgeLate(logged.event());
        } else {
            run.judge(logged.event());
        }
    }

    private static Map<Cidr, Listed> bySource(RuleRun run) {
        var sources = new HashMap<Cidr, Listed>();
        run.findings().listed().forEach(listed -> sources.put(listed.source(), listed));
        return sources;
    }

    private static Duration longest(DefenseSettings one, DefenseSettings other) {
        return Stream.of(one, other)
                .flatMap(each -> Stream.of(each.portScan(), each.ipScan()))
                .map(DistinctCountSettings::window)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
