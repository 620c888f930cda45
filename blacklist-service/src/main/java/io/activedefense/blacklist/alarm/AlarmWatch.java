// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.relay.Leadership;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every part now and then what is wrong, and keeps the alarms in step. Only one instance does, or two that see
 * differently would raise and clear in turn. What is over by the next look was no trouble.
 */
public final class AlarmWatch implements Loop {
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

    private final List<Troubles> parts;
    private final Alarms alarms;
    private final Leadership lead;
    private final Map<String, Set<Trouble.Key>> lastLook = new HashMap<>();

    public AlarmWatch(List<Troubles> parts, Alarms alarms, Leadership lead) {
        this.parts = List.copyOf(parts);
        this.alarms = alarms;
        this.lead = lead;
    }

    @Override
    public Duration step() {
        if (lead.take()) {
            parts.forEach(this::look);
        } else {
            lastLook.clear();
        }
        return EVERY;
    }

    @Override
    public void close() {
        lead.giveUp();
    }

    private void look(Troubles part) {
        List<Trouble> found;
        try {
            found = part.found();
        } catch (RuntimeException e) {
            LOG.warn("what troubles {} is not known now: {}", part.source(), e.getMessage());
            return;
        }
        Set<Trouble.Key> before = lastLook.getOrDefault(part.source(), Set.of());
        alarms.agree(part.source(), found, trouble -> before.contains(trouble.key()));
        lastLook.put(part.source(), found.stream().map(Trouble::key).collect(Collectors.toUnmodifiableSet()));
    }
}
