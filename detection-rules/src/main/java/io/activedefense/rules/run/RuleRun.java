// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.run;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.rules.Firing;
import io.activedefense.rules.InternedContexts;
import io.activedefense.rules.RuleSet;
import io.activedefense.rules.SourceWindows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one settings document over events that come in order of event time, from the past or from a file. Holds,
 * beside what it found, what sources did within the longest window. Not thread-safe.
 */
public final class RuleRun {
    private final RuleSet rules;
    private final int ipv6Prefix;
    private final long windowMillis;
    private final InternedContexts contexts = new InternedContexts();
    private final Map<IpAddress, SourceWindows> windows = new HashMap<>();
    private final Findings findings;
    private long nextSweep = Long.MIN_VALUE;

    /**
     * A run that has seen nothing.
     *
     * @param withEvidence whether anybody wants the evidence; it takes most of the room
     */
    public RuleRun(DefenseSettings settings, boolean withEvidence) {
        this.rules = RuleSet.of(settings);
        this.ipv6Prefix = settings.ipv6SourcePrefix();
        this.windowMillis = rules.longestWindow().toMillis();
        this.findings = new Findings(ipv6Prefix, withEvidence);
    }

    public Findings findings() {
        return findings;
    }

    /** Whether some rule looks at the event. */
    public boolean concerns(FirewallEvent event) {
        return rules.concerns(event);
    }

    /** Judges an event that it {@link #concerns}, and that is no earlier than those before it. */
    public void judge(FirewallEvent event) {
        IpAddress source = sourceOf(event);
        long time = event.eventTimeMillis();
        forgetWhatIsOver(time);
        SourceWindows seen = windows.computeIfAbsent(source, first -> new SourceWindows());
        seen.sightings().forgetBefore(time - windowMillis);
        note(
                event,
                source,
                rules.judge(event, seen, contexts, rule -> findings.hasListedBy(time, source, rule), false));
    }

    /** Judges an event that came too late to be put in order: only by rules that a single one is enough for. */
    public void judgeLate(FirewallEvent event) {
        note(event, sourceOf(event), rules.judge(event, new SourceWindows(), contexts, rule -> false, true));
    }

    private void note(FirewallEvent event, IpAddress source, List<Firing> firings) {
        if (!firings.isEmpty()
                && rules.addresses()
                        .whyNeverListed(findings.groupOf(source), event.arrivalMillis())
                        .isEmpty()) {
            firings.forEach(firing -> findings.add(source, firing));
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
