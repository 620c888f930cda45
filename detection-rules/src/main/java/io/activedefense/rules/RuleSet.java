// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.address.ExternalAddresses;
import io.activedefense.rules.window.Sightings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The rules that a settings document turns on, and the judging of an event by all of them. Immutable. */
public final class RuleSet {
    public static final String PORT_SCAN = "port-scan";
    public static final String IP_SCAN = "ip-scan";
    public static final String VULNERABILITY = "vulnerability";

    /** A source touched so much without a rule firing that the oldest had to be forgotten; only observed. */
    public static final String MANY_TARGETS = "many-targets";

    /** Events older than their own device's newest by more than this are late. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    private static final int MANY_TARGETS_EVIDENCE = 10;
    private static final int LAST_WELL_KNOWN_PORT = 1_023;

    private final List<Rule> rules;
    private final ExternalAddresses addresses;
    private final long shortestWindow;
    private final long longestWindow;

    private RuleSet(List<Rule> rules, ExternalAddresses addresses) {
        this.rules = List.copyOf(rules);
        this.addresses = addresses;
        long[] windows = rules.stream()
                .mapToLong(rule -> rule.window().toMillis())
                .filter(window -> window > 0)
                .sorted()
                .toArray();
        this.shortestWindow = windows.length == 0 ? 0 : windows[0];
        this.longestWindow = windows.length == 0 ? 0 : windows[windows.length - 1];
    }

    public static RuleSet of(DefenseSettings settings) {
        var addresses = ExternalAddresses.of(settings);
        var rules = new ArrayList<Rule>();
        if (settings.portScan().isOn()) {
            rules.add(DistinctCountRule.portScan(settings, addresses));
        }
        if (settings.ipScan().isOn()) {
            rules.add(DistinctCountRule.ipScan(settings, addresses));
        }
        if (settings.vulnerability().isOn()) {
            rules.add(new VulnerabilityRule(settings.vulnerability()));
        }
        return new RuleSet(rules, addresses);
    }

    public ExternalAddresses addresses() {
        return addresses;
    }

    /** The longest window of any rule: sightings older than this behind what can still come may be forgotten. */
    public Duration longestWindow() {
        return Duration.ofMillis(longestWindow);
    }

    /** Whether some rule with a window may still fire for a source. */
    public boolean needWindows(Predicate<String> silenced) {
        for (Rule rule : rules) {
            if (rule.window().isPositive() && !silenced.test(rule.id())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the event's source is external and some rule looks at the event. */
    public boolean concerns(FirewallEvent event) {
        return addresses.isExternal(event.sourceHigh(), event.sourceLow(), event.arrivalMillis()) && counts(event);
    }

    /** Whether the event's source is external, and the rule of this name is on and looks at the event. */
    public boolean concerns(FirewallEvent event, String rule) {
        return addresses.isExternal(event.sourceHigh(), event.sourceLow(), event.arrivalMillis())
                && rules.stream().anyMatch(each -> each.id().equals(rule) && each.counts(event));
    }

    /** Whether some rule looks at the event, given that its source is external. */
    public boolean counts(FirewallEvent event) {
        for (Rule rule : rules) {
            if (rule.counts(event)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Judges an event of an external source. Judging one twice fires nothing twice.
     *
     * @param windows of its source; changed
     * @param contexts numbers what sightings have in common
     * @param silenced rules that shall not fire for this source, as they have listed it already
     * @param late whether the event came too late for windows: then only rules that need a single event look at it
     * @return what fired, at most once a rule
     */
    public List<Firing> judge(
            FirewallEvent event,
            SourceWindows windows,
            SightingContexts contexts,
            Predicate<String> silenced,
            boolean late) {
        List<Firing> firings = List.of();
        int overflowsBefore = windows.sightings().overflows();
        int noted = Sightings.REDUNDANT;
        boolean tried = false;
        for (Rule rule : rules) {
            boolean windowed = rule.window().isPositive();
            if ((windowed && late) || silenced.test(rule.id()) || !rule.counts(event)) {
                continue;
            }
            if (windowed && !tried) {
                noted = note(event, windows.sightings(), contexts);
                tried = true;
            }
            var crossing = rule.judge(event, windows, noted, contexts);
            if (crossing.isPresent()) {
                firings = fire(firings, windows, new Firing(rule.id(), rule.mode(), crossing.get()));
            }
        }
        return windows.sightings().overflows() == overflowsBefore
                ? firings
                : observeManyTargets(firings, event, windows, contexts);
    }

    private int note(FirewallEvent event, Sightings sightings, SightingContexts contexts) {
        return sightings.note(
                event.eventTimeMillis(),
                event.destinationHigh(),
                event.destinationLow(),
                event.destinationPort(),
                event.action().denied(),
                answersFrom(event),
                contexts.of(event),
                shortestWindow);
    }

    /** The well-known port that the event may be a server's answer from; 0 if it is no answer. */
    private static int answersFrom(FirewallEvent event) {
        boolean answer = event.sourcePort() <= LAST_WELL_KNOWN_PORT && event.destinationPort() > LAST_WELL_KNOWN_PORT;
        return answer ? event.sourcePort() : 0;
    }

    private List<Firing> observeManyTargets(
            List<Firing> firings, FirewallEvent event, SourceWindows windows, SightingContexts contexts) {
        long at = event.eventTimeMillis();
        if (at <= windows.silence(MANY_TARGETS, longestWindow).untilMillis()) {
            return firings;
        }
        int size = windows.sightings().size();
        var latest = IntStream.range(size - MANY_TARGETS_EVIDENCE, size).boxed().toList();
        var crossing = new Crossing(at, DistinctCountRule.evidence(windows.sightings(), latest, contexts), null);
        return fire(firings, windows, new Firing(MANY_TARGETS, RuleMode.OBSERVE, crossing));
    }

    private static List<Firing> fire(List<Firing> firings, SourceWindows windows, Firing firing) {
        windows.fired(firing);
        var all = new ArrayList<>(firings);
        all.add(firing);
        return all;
    }
}
