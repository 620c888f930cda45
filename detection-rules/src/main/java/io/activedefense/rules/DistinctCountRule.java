// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.detection.Evidence;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.settings.CountedActions;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.DistinctCountSettings;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.address.ExternalAddresses;
import io.activedefense.rules.window.Dimension;
import io.activedefense.rules.window.Sightings;
import io.activedefense.rules.window.SlidingDistinctCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fires when a source touched more than a threshold of ports of a host, or of hosts at a port, within a window. */
final class DistinctCountRule implements Rule {
    /** More distinct values than this many times the threshold are no answers, whatever port they come from. */
    private static final int MOST_ANSWERS = 5;

    private final String id;
    private final DistinctCountSettings settings;
    private final SlidingDistinctCount count;
    private final ExternalAddresses addresses;

    private DistinctCountRule(
            String id,
            Dimension dimension,
            DistinctCountSettings settings,
            boolean holdAnswers,
            ExternalAddresses addresses) {
        this.id = id;
        this.settings = settings;
        this.count = new SlidingDistinctCount(
                dimension,
                settings.threshold(),
                settings.window().toMillis(),
                settings.countedActions() == CountedActions.DENIED,
                holdAnswers ? MOST_ANSWERS * settings.threshold() : 0);
        this.addresses = addresses;
    }

    /** Rule 1: vertical, many ports of one host. */
    static DistinctCountRule portScan(DefenseSettings settings, ExternalAddresses addresses) {
        return new DistinctCountRule(
                RuleSet.PORT_SCAN, Dimension.PORTS_OF_A_HOST, settings.portScan(), settings.holdAnswers(), addresses);
    }

    /** Rule 2: horizontal, one port of many hosts. */
    static DistinctCountRule ipScan(DefenseSettings settings, ExternalAddresses addresses) {
        return new DistinctCountRule(
                RuleSet.IP_SCAN, Dimension.HOSTS_OF_A_PORT, settings.ipScan(), settings.holdAnswers(), addresses);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public RuleMode mode() {
        return settings.mode();
    }

    @Override
    public boolean counts(FirewallEvent event) {
        return event.logType() == LogType.TRAFFIC
                && settings.countedActions().counts(event.action())
                && addresses.isCountedDestination(
                        event.destinationHigh(), event.destinationLow(), event.arrivalMillis());
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public Duration silence() {
        return settings.window();
    }

    @Override
    public Optional<Crossing> judge(FirewallEvent event, SourceWindows windows, int noted, SightingContexts contexts) {
        Sightings sightings = windows.sightings();
        if (noted == Sightings.REDUNDANT || !count.mayCross(sightings, noted)) {
            return Optional.empty();
        }
        Silence silence = windows.silence(this);
        return count.crossingAt(sightings, noted, silence.untilMillis(), silence.heldUntilMillis())
                .map(crossed -> new Crossing(
                        crossed.at(),
                        evidence(sightings, crossed.sightings(), contexts),
                        doubt(crossed.answersFrom())));
    }

    private static @Nullable String doubt(int answersFrom) {
        return answersFrom == 0
                ? null
                : "All events come from port " + answersFrom
                        + " and go to ports above 1023, so they look like answers.";
    }

    static List<Evidence> evidence(Sightings sightings, List<Integer> indexes, SightingContexts contexts) {
        var evidence = new ArrayList<Evidence>(indexes.size());
        for (int index : indexes) {
            SightingContext context = contexts.get(sightings.context(index));
            var destination = new IpAddress(sightings.destinationHigh(index), sightings.destinationLow(index));
            evidence.add(new Evidence(
                    Instant.ofEpochMilli(sightings.time(index)),
                    context.device(),
                    destination.toString(),
                    sightings.port(index),
                    context.action(),
                    context.policy(),
                    null,
                    null));
        }
        return evidence;
    }
}
