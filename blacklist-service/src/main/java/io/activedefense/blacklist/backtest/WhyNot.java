// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.rules.RuleSet;
import io.activedefense.rules.run.Approach;
import io.activedefense.rules.run.Approaches;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an address is not on the list: its latest archived events, as each rule counts them. */
public final class WhyNot {
    private static final int MOST_RECORDS = 20_000;

    private final ArchivedPast past;

    public WhyNot(ArchivedPast past) {
        this.past = past;
    }

    /**
     * What the rules make of an address.
     *
     * @param source what would be listed
     * @param from event time from which its records were looked at; absent: there are none
     * @param to event time of its latest record
     * @param records how many were looked at
     * @param whole whether these are all within that time
     * @param archivedTo the time of the newest record of any address: what came later can't be known; absent: none
     * @param rules how near each came to firing
     */
    public record Answer(
            Cidr source,
            @Nullable Instant from,
            @Nullable Instant to,
            int records,
            boolean whole,
            @Nullable Instant archivedTo,
            List<Approach> rules) {}

    /** Looks at twice the longest window, and the grace, before the address was last seen. */
    public Answer of(Cidr address, DefenseSettings settings) {
        Cidr source = groupOf(address, settings);
        Instant newest = past.newest().orElse(null);
        Optional<Instant> last = past.latestOf(source, Instant.EPOCH, 1).stream()
                .map(each -> each.key().seen())
                .findFirst();
        if (last.isEmpty()) {
            return new Answer(source, null, null, 0, true, newest, Approaches.of(settings, List.of()));
        }
        Instant from = last.get().minus(reach(settings));
        List<LogRecord> records = past.latestOf(source, from, MOST_RECORDS);
        return new Answer(
                source,
                from,
                last.get(),
                records.size(),
                records.size() < MOST_RECORDS,
                newest,
                Approaches.of(settings, inOrder(records)));
    }

    private static Duration reach(DefenseSettings settings) {
        return RuleSet.of(settings).longestWindow().multipliedBy(2).plus(RuleSet.GRACE);
    }

    private static List<FirewallEvent> inOrder(List<LogRecord> records) {
        return records.stream()
                .map(LogRecord::event)
                .sorted(Comparator.comparingLong(FirewallEvent::eventTimeMillis))
                .toList();
    }

    private static Cidr groupOf(Cidr address, DefenseSettings settings) {
        return address.isIpv4() || address.prefixLength() <= settings.ipv6SourcePrefix()
                ? address
                : Cidr.around(address.network(), settings.ipv6SourcePrefix());
    }
}
