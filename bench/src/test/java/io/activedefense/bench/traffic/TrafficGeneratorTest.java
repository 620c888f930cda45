// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.bench.oracle.ExternalAddresses;
import io.activedefense.bench.oracle.RulesByDefinition;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TrafficGeneratorTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Pattern LINE =
            Pattern.compile("(2026-11-02T1\\d:\\d\\d:\\d\\d\\+00:00 PA-DEMO-1|Nov  2 1\\d:\\d\\d:\\d\\d PA-DEMO-2) "
                    + "SrcLocation=[^;]+; SrcIP=[0-9a-f.:]+; SrcPort=\\d+; SrcUser=.*; DstLocation=[^;]+; "
                    + "DstIP=[0-9a-f.:]+; DstPort=\\d+; Action=[a-z-]+; RuleName=.+; RuleID=[0-9a-f-]{36}; "
                    + "TimeReceived=2026/11/02 1\\d:\\d\\d:\\d\\d; ThreatName=.*; ThreatID=.*; Severity=.*; "
                    + "Subtype=[a-z]+; Type= (TRAFFIC|THREAT);\n");

    @Property(tries = 20)
    void whatIsPlantedIsWhatTheRulesFire(@ForAll long seed) {
        var generator = new TrafficGenerator(TrafficPlan.demo(seed, NOON, 20, ZoneOffset.UTC));
        Instant end = NOON.plus(Duration.ofMinutes(40));
        var writer = new FirewallEventWriter();
        List<FirewallEvent> events = new ArrayList<>();
        while (generator.nextAt().isBefore(end)) {
            events.add(generator.next().event(writer));
        }

        var fired = new RulesByDefinition(DefenseSettings.DEFAULTS, new ExternalAddresses(List.of()))
                .firings(events, Duration.ofMinutes(10));

        assertThat(fired).isEqualTo(generator.plantedBefore(end)).hasSizeGreaterThan(100);
    }

    @Test
    void theBackgroundNeverFires() {
        var generator = new TrafficGenerator(TrafficPlan.quiet("PA-QUIET", 3, NOON, 400, ZoneOffset.UTC));
        var writer = new FirewallEventWriter();
        List<FirewallEvent> events = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            events.add(generator.next().event(writer));
        }

        var fired = new RulesByDefinition(DefenseSettings.DEFAULTS, new ExternalAddresses(List.of()))
                .firings(events, Duration.ofMinutes(10));

        assertThat(fired).isEmpty();
    }

    @Test
    void linesComeInTheOrderOfTheirTimesAndTheSameEveryTime() {
        var one = new TrafficGenerator(TrafficPlan.demo(7, NOON, 100, ZoneOffset.UTC));
        var other = new TrafficGenerator(TrafficPlan.demo(7, NOON, 100, ZoneOffset.UTC));
        Instant last = NOON;
        for (int i = 0; i < 20_000; i++) {
            FirewallLine line = one.next();
            assertThat(line).isEqualTo(other.next());
            assertThat(line.at()).isAfterOrEqualTo(last);
            last = line.at();
        }
    }

    @Test
    void linesAreInTheConfiguredFormatBehindTheHeaderOfTheirFirewall() {
        var generator = new TrafficGenerator(TrafficPlan.demo(7, NOON, 100, ZoneOffset.UTC));
        var lineText = new LineText();
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            lineText.append(generator.next(), text);
            assertThat(text.toString()).matches(LINE);
        }
    }

    @Test
    void theFirstScanFiresWithinSeconds() {
        for (long seed = 0; seed < 50; seed++) {
            var generator = new TrafficGenerator(TrafficPlan.demo(seed, NOON, 1, ZoneOffset.UTC));
            while (generator.nextAt().isBefore(NOON.plusSeconds(60))) {
                generator.next();
            }
            assertThat(generator.plantedBefore(NOON.plusSeconds(7))).isNotEmpty();
            assertThat(generator.plantedBefore(NOON.plusSeconds(60))).hasSizeGreaterThan(5);
        }
    }

    @Test
    void attackersAndOthersNeverShareAnAddress() {
        Set<Object> given = new HashSet<>();
        var attackers = SourceAddresses.ofAttackers();
        var others = SourceAddresses.ofOthers();
        var external = new ExternalAddresses(List.of());
        for (int i = 0; i < 100_000; i++) {
            assertThat(given.add(attackers.next())).isTrue();
            assertThat(given.add(others.at(i))).isTrue();
            assertThat(external.test(others.at(i))).isTrue();
        }
    }
}
