// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.run;

import static io.activedefense.rules.Events.NOON;
import static io.activedefense.rules.Events.threat;
import static io.activedefense.rules.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.RuleMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ApproachesTest {
    private static final String SCANNER = "8.1.2.3";

    @Test
    void theyTellHowManyOfHowManyWhereAndSinceWhen() throws Exception {
        var events = new ArrayList<FirewallEvent>();
        IntStream.range(0, 8).forEach(i -> events.add(traffic(SCANNER, "5.6.7.8", 20 + i, i)));
        events.add(traffic(SCANNER, "5.6.7.9", 443, 9));
        events.add(traffic(SCANNER, "5.6.7.8", 25, 10));

        assertThat(Approaches.of(settings("{}"), events))
                .containsExactly(
                        new Approach(
                                "port-scan",
                                RuleMode.ENFORCE,
                                10,
                                11,
                                600_000,
                                new Approach.Closest(8, "5.6.7.8", NOON, NOON + 7_000)),
                        new Approach(
                                "ip-scan",
                                RuleMode.ENFORCE,
                                10,
                                11,
                                600_000,
                                new Approach.Closest(1, "20", NOON, NOON)),
                        new Approach("vulnerability", RuleMode.ENFORCE, 0, 1, 0, null));
        assertThat(Approaches.of(settings("{}"), events).getFirst().missing()).isEqualTo(3);
    }

    @Test
    void aSingleThreatIsEnoughWhereItIsGraveEnough() throws Exception {
        var events = List.of(
                threat(SCANNER, 1, Severity.HIGH, Subtype.VULNERABILITY).build(),
                threat(SCANNER, 2, Severity.CRITICAL, Subtype.VULNERABILITY).build());

        Approach approach = Approaches.of(settings("{}"), events).getLast();
        assertThat(approach.counted()).isOne();
        assertThat(approach.missing()).isZero();
        assertThat(approach.closest()).isEqualTo(new Approach.Closest(1, "", NOON + 2_000, NOON + 2_000));
    }

    @Test
    void aRuleThatIsOffCountsNothing() throws Exception {
        Approach approach = Approaches.of(
                        settings("{\"portScan\": {\"windowMinutes\": 0}}"), List.of(traffic(SCANNER, "5.6.7.8", 22, 0)))
                .getFirst();

        assertThat(approach.mode()).isEqualTo(RuleMode.OFF);
        assertThat(approach.counted()).isZero();
        assertThat(approach.missing()).isEqualTo(11);
    }

    /** The rules' own code, which counts in quite another way, is what they are checked by. */
    @Property
    void nothingIsMissingWhereTheRuleFires(@ForAll Random random, @ForAll @IntRange(min = 1, max = 4) int threshold)
            throws Exception {
        DefenseSettings settings =
                settings(("{\"holdAnswers\": false, \"portScan\": {\"threshold\": %d, \"windowMinutes\": 1},"
                                + " \"ipScan\": {\"threshold\": %d, \"windowMinutes\": 2}}")
                        .formatted(threshold, threshold));
        var events = new ArrayList<FirewallEvent>();
        for (int i = 0, second = 0; i < 30; i++) {
            second += random.nextInt(30);
            events.add(traffic(SCANNER, "5.6.7." + random.nextInt(4), 1 + random.nextInt(4), second));
        }
        var run = new RuleRun(settings, false);
        events.forEach(run::judge);

        Set<String> near = Approaches.of(settings, events).stream()
                .filter(approach -> approach.missing() == 0)
                .map(Approach::rule)
                .collect(Collectors.toSet());
        assertThat(near).isEqualTo(run.findings().countByRule().keySet());
        assertThat(run.findings().listed().map(listed -> Set.copyOf(listed.rules())))
                .isEqualTo(near.isEmpty() ? List.of() : List.of(near));
    }

    private static DefenseSettings settings(String text) throws Exception {
        return Json.STRICT.readValue(text, DefenseSettings.class);
    }
}
