// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.rules.Firing;
import io.activedefense.rules.InternedContexts;
import io.activedefense.rules.RuleSet;
import io.activedefense.rules.SourceWindows;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules over whole logs, in order of event time. Holds, beside what it found, the events of one grace a log and what
 * sources did within the longest window.
 *
 * <p>An event that is too late to be put in order is judged only by rules that a single event is enough for, which need
 * no order.
 */
final class Replay {
    private final RuleSet rules;
    private final int ipv6Prefix;
    private final long windowMillis;
    private final InternedContexts contexts = new InternedContexts();
    private final Map<IpAddress, SourceWindows> windows = new HashMap<>();
    private final Tally tally = new Tally();
    private final Findings findings;
    private long nextSweep = Long.MIN_VALUE;

    Replay(DefenseSettings settings, boolean withEvidence) {
        this.rules = RuleSet.of(settings);
        this.ipv6Prefix = settings.ipv6SourcePrefix();
        this.windowMillis = rules.longestWindow().toMillis();
        this.findings = new Findings(ipv6Prefix, withEvidence);
    }

    /**
     * Reads the logs to their ends.
     *
     * @throws IOException if one can't be read; its message names it
     */
    void run(List<? extends LogSource> logs, Progress progress) throws IOException {
        var opened = new ArrayList<OrderedLog>();
        try {
            for (LogSource log : logs) {
                opened.add(open(log, progress));
            }
            var merged = new MergedLogs(opened);
            for (var event = merged.next(); event != null; event = merged.next()) {
                judge(event);
            }
        } finally {
            for (OrderedLog log : opened) {
                log.close();
            }
        }
    }

    Tally tally() {
        return tally;
    }

    Findings findings() {
        return findings;
    }

    private OrderedLog open(LogSource log, Progress progress) throws IOException {
        InputStream stream = new NamedStream(log, stored -> progress.read(stored, tally.lines()));
        return new OrderedLog(log, stream, rules::concerns, this::judgeLate, tally);
    }

    private void judge(FirewallEvent event) {
        IpAddress source = sourceOf(event);
        long time = event.eventTimeMillis();
        forgetWhatIsOver(time);
        SourceWindows seen = windows.computeIfAbsent(source, first -> new SourceWindows());
        seen.sightings().forgetBefore(time - windowMillis);
        for (Firing firing :
                rules.judge(event, seen, contexts, rule -> findings.hasListedBy(time, source, rule), false)) {
            findings.add(source, firing);
        }
    }

    private void judgeLate(FirewallEvent event) {
        for (Firing firing : rules.judge(event, new SourceWindows(), contexts, rule -> false, true)) {
            findings.add(sourceOf(event), firing);
        }
    }

    /** Once a window, sources leave that did nothing for a window. */
    private void forgetWhatIsOver(long now) {
        if (now >= nextSweep) {
            windows.values().removeIf(seen -> isOver(seen, now - windowMillis));
            nextSweep = now + Math.max(windowMillis, RuleSet.GRACE.toMillis());
        }
    }

    private static boolean isOver(SourceWindows seen, long before) {
        seen.sightings().forgetBefore(before);
        return seen.sightings().size() == 0;
    }

    private IpAddress sourceOf(FirewallEvent event) {
        IpAddress address = event.source();
        return address.isIpv4() ? address : Cidr.around(address, ipv6Prefix).network();
    }
}
