// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import static io.activedefense.rules.Events.NOON;
import static io.activedefense.rules.Events.threat;
import static io.activedefense.rules.Events.traffic;
import static io.activedefense.rules.Events.trafficFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Evidence;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.window.Sightings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {
    private static final String SCANNER = "8.1.2.3";
    private static final String TWO_PORTS = "{\"portScan\": {\"threshold\": 2}}";

    private final InternedContexts contexts = new InternedContexts();
    private final SourceWindows windows = new SourceWindows();

    @ParameterizedTest(name = "the third port {0} s after the first: {1}")
    @CsvSource({"59, port-scan", "60, ''", "61, ''"})
    void theWindowIsOpenAtItsOldEnd(int lastSecond, String fired) {
        var rules = rules("{\"portScan\": {\"threshold\": 2, \"windowMinutes\": 1}}");
        var firings = judge(
                rules,
                traffic(SCANNER, "5.6.7.8", 1, 0),
                traffic(SCANNER, "5.6.7.8", 2, 30),
                traffic(SCANNER, "5.6.7.8", 3, lastSecond));
        assertThat(firings.stream().map(Firing::rule)).isEqualTo(fired.isEmpty() ? List.of() : List.of(fired));
    }

    @Test
    void evidenceNamesEachPortWithItsLatestSighting() {
        var rules = rules("{\"portScan\": {\"threshold\": 2, \"windowMinutes\": 10}}");
        var firings = judge(
                rules,
                traffic(SCANNER, "5.6.7.8", 22, 0),
                traffic(SCANNER, "5.6.7.8", 80, 10),
                traffic(SCANNER, "5.6.7.8", 22, 20, Action.ALLOW),
                traffic(SCANNER, "5.6.7.8", 443, 30));
        assertThat(firings).hasSize(1);
        assertThat(firings.getFirst().crossing())
                .isEqualTo(new Crossing(
                        NOON + 30_000,
                        List.of(evidence(10, 80, "drop"), evidence(20, 22, "allow"), evidence(30, 443, "drop")),
                        null));
    }

    @Test
    void aRuleThatFiredIsSilentForItsWindowAndThenFiresAgain() {
        var rules = rules("{\"portScan\": {\"mode\": \"observe\", \"threshold\": 1, \"windowMinutes\": 1}}");
        var events = new ArrayList<FirewallEvent>();
        for (int second = 0; second < 150; second += 10) {
            events.add(traffic(SCANNER, "5.6.7.8", second, second));
        }
        var firings = judge(rules, events.toArray(FirewallEvent[]::new));
        assertThat(firings.stream().map(f -> f.crossing().atMillis() - NOON)).containsExactly(10_000L, 80_000L);
        assertThat(firings).allMatch(firing -> firing.mode() == RuleMode.OBSERVE);
    }

    @Test
    void whatLooksLikeAnswersIsHeldAndToldWhy() {
        var firings = judge(rules(TWO_PORTS), from(53, 2_000, 0), from(53, 3_000, 1), from(53, 4_000, 2));
        assertThat(firings).hasSize(1);
        assertThat(firings.getFirst().disposition()).isEqualTo(Disposition.HOLD);
        assertThat(firings.getFirst().crossing().doubt())
                .isEqualTo("All events come from port 53 and go to ports above 1023, so they look like answers.");
    }

    @ParameterizedTest(name = "then from port {0} to port {1}")
    @CsvSource({"80, 5000", "53, 1023", "1024, 5000", "0, 5000"})
    void heldItIsListedAsSoonAsItIsNoAnswer(int sourcePort, int port) {
        var firings = judge(
                rules(TWO_PORTS),
                from(53, 2_000, 0),
                from(53, 3_000, 1),
                from(53, 4_000, 2),
                from(sourcePort, port, 3));
        assertThat(firings.stream().map(Firing::disposition)).containsExactly(Disposition.HOLD, Disposition.LIST);
    }

    @Test
    void heldItIsListedWithMoreThanFiveTimesTheThreshold() {
        var rules = rules(TWO_PORTS);
        var dispositions = new ArrayList<Disposition>();
        for (int port = 0; port < 11; port++) {
            judge(rules, from(53, 2_000 + port, port)).forEach(firing -> dispositions.add(firing.disposition()));
            assertThat(dispositions.contains(Disposition.LIST)).isEqualTo(port == 10);
        }
    }

    @Test
    void whereNoAnswersAreHeldTheyAreListed() {
        var rules = rules("{\"holdAnswers\": false, \"portScan\": {\"threshold\": 2}}");
        var firings = judge(rules, from(53, 2_000, 0), from(53, 3_000, 1), from(53, 4_000, 2));
        assertThat(firings.stream().map(Firing::disposition)).containsExactly(Disposition.LIST);
    }

    private static FirewallEvent from(int sourcePort, int port, int second) {
        return trafficFrom(sourcePort, SCANNER, "5.6.7.8", port, second, Action.DROP);
    }

    @ParameterizedTest(name = "level {0}, severity {1}, subtype {2}: {3}")
    @CsvSource({
        "1, CRITICAL, VULNERABILITY, true",
        "1, HIGH, VULNERABILITY, false",
        "2, HIGH, VULNERABILITY, true",
        "2, MEDIUM, VULNERABILITY, false",
        "0, CRITICAL, VULNERABILITY, false",
        "1, CRITICAL, SPYWARE, false",
        "1, CRITICAL, SCAN, false",
    })
    void aThreatFiresFromItsLevelOn(int level, Severity severity, Subtype subtype, boolean fires) {
        var rules = rules("{\"vulnerability\": {\"level\": " + level + "}}");
        var firings = judge(rules, threat(SCANNER, 0, severity, subtype).build());
        assertThat(firings).hasSize(fires ? 1 : 0);
    }

    @Test
    void anAnswerOfTheServerNeverCounts() {
        var answer =
                threat(SCANNER, 0, Severity.CRITICAL, Subtype.VULNERABILITY).serverToClient(true);
        assertThat(judge(rules("{}"), answer.build())).isEmpty();
    }

    @Test
    void aLateEventFiresOnlyWhatASingleEventIsEnoughFor() {
        var rules = rules("{\"portScan\": {\"threshold\": 1}, \"ipScan\": {\"threshold\": 1}}");
        judge(rules, traffic(SCANNER, "5.6.7.8", 1, 0));
        assertThat(rules.judge(traffic(SCANNER, "5.6.7.8", 2, 1), windows, contexts, rule -> false, true))
                .isEmpty();
        var threat =
                threat(SCANNER, 2, Severity.CRITICAL, Subtype.VULNERABILITY).build();
        assertThat(rules.judge(threat, windows, contexts, rule -> false, true)).hasSize(1);
    }

    @Test
    void aSilencedRuleDoesNotFireAndTheOthersDo() {
        var rules = rules("{\"portScan\": {\"threshold\": 1}, \"ipScan\": {\"threshold\": 1}}");
        var firings = new ArrayList<Firing>();
        for (var event : List.of(
                traffic(SCANNER, "5.6.7.8", 1, 0),
                traffic(SCANNER, "5.6.7.8", 2, 1),
                traffic(SCANNER, "5.6.7.9", 2, 2))) {
            firings.addAll(rules.judge(event, windows, contexts, RuleSet.PORT_SCAN::equals, false));
        }
        assertThat(firings.stream().map(Firing::rule)).containsExactly(RuleSet.IP_SCAN);
    }

    @Test
    void onlyExternalSourcesAndCountedEventsConcern() {
        var rules = rules("{\"portScan\": {\"countedActions\": \"denied\"}, \"ipScan\": {\"windowMinutes\": 0}}");
        assertThat(rules.concerns(traffic(SCANNER, "5.6.7.8", 1, 0))).isTrue();
        assertThat(rules.concerns(traffic(SCANNER, "5.6.7.8", 1, 0, Action.ALLOW)))
                .isFalse();
        assertThat(rules.concerns(traffic("10.1.2.3", "5.6.7.8", 1, 0))).isFalse();
    }

    @Test
    void aSourceOfManyTargetsStaysBoundedAndIsObservedOnce() {
        var rules = rules("{\"portScan\": {\"threshold\": 1000}, \"ipScan\": {\"threshold\": 1000}}");
        var firings = new ArrayList<Firing>();
        for (int i = 0; i < 2 * Sightings.MOST; i++) {
            var event = traffic(SCANNER, "5.6." + i / 900 + ".1", i % 900, i / 100);
            firings.addAll(rules.judge(event, windows, contexts, rule -> false, false));
        }
        assertThat(windows.sightings().size()).isEqualTo(Sightings.MOST);
        assertThat(firings.stream().map(Firing::rule)).containsExactly(RuleSet.MANY_TARGETS);
        assertThat(firings.getFirst().mode()).isEqualTo(RuleMode.OBSERVE);
        assertThat(firings.getFirst().crossing().evidence()).hasSize(10);
    }

    private List<Firing> judge(RuleSet rules, FirewallEvent... events) {
        var firings = new ArrayList<Firing>();
        for (FirewallEvent event : events) {
            firings.addAll(rules.judge(event, windows, contexts, rule -> false, false));
        }
        return firings;
    }

    private static Evidence evidence(int second, int port, String action) {
        return new Evidence(
                Instant.ofEpochMilli(NOON).plusSeconds(second),
                "PA-1",
                "5.6.7.8",
                port,
                action,
                "deny all",
                null,
                null);
    }

    private static RuleSet rules(String settings) {
        try {
            return RuleSet.of(Json.STRICT.readValue(settings, DefenseSettings.class));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
