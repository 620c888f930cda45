// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static io.activedefense.detector.Events.NOON;
import static io.activedefense.detector.Events.answer;
import static io.activedefense.detector.Events.threat;
import static io.activedefense.detector.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Evidence;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectorTopologyTest {
    private static final String SCANNER = "8.1.2.3";
    private static final String THREE_PORTS = "{\"version\": 7, \"portScan\": {\"threshold\": 2}}";

    private final DetectorDriver detector = new DetectorDriver(NOON);

    @BeforeEach
    void settings() {
        detector.settings(THREE_PORTS);
    }

    @AfterEach
    void close() {
        detector.close();
    }

    @Test
    void threePortsOfAHostAreADetectionWithItsEvidence() {
        scan(0);
        assertThat(detector.detections())
                .containsExactly(new Detection(
                        Cidr.parse(SCANNER),
                        RuleSet.PORT_SCAN,
                        0,
                        NOON.plusSeconds(20),
                        NOON.plusSeconds(20),
                        List.of(evidence(0, 1), evidence(10, 2), evidence(20, 3)),
                        null,
                        7,
                        Disposition.LIST,
                        null));
    }

    @Test
    void aDetectionSaysTheCountryOfTheLineThatDecided() {
        detector.events(
                traffic("PA-1", SCANNER, "5.6.7.8", 1, 0, "US"),
                traffic("PA-1", SCANNER, "5.6.7.8", 2, 1, "US"),
                traffic("PA-1", SCANNER, "5.6.7.8", 3, 2, "R\u0000U"));
        assertThat(detector.detections())
                .singleElement()
                .extracting(Detection::country)
                .isEqualTo("R U");
    }

    @Test
    void anExploitAttemptIsADetectionAtOnce() {
        detector.events(threat("PA-1", SCANNER, 5));
        assertThat(detector.detections())
                .singleElement()
                .satisfies(detection ->
                        assertThat(detection.evidence().getFirst().threat()).isEqualTo("Log4j RCE"));
    }

    @Test
    void whatLooksLikeAnswersIsHeldWithItsReasonAndListedAsSoonAsItIsNone() {
        detector.events(answer(SCANNER, 53, 2_000, 0), answer(SCANNER, 53, 3_000, 1), answer(SCANNER, 53, 4_000, 2));
        assertThat(detector.detections()).singleElement().satisfies(detection -> {
            assertThat(detection.disposition()).isEqualTo(Disposition.HOLD);
            assertThat(detection.holdReason()).startsWith("All events come from port 53 ");
        });
        detector.crashAndRestore();
        settings();
        detector.events(answer(SCANNER, 53, 5_000, 3), answer(SCANNER, 1_025, 6_000, 4));
        assertThat(detector.detections().stream().map(Detection::disposition)).containsExactly(Disposition.LIST);
    }

    @Test
    void ipv6SourcesAreJudgedBytheirPrefix() {
        detector.events(
                traffic("PA-1", "2a00:1:2:3::1", "5.6.7.8", 1, 0),
                traffic("PA-1", "2a00:1:2:3::2", "5.6.7.8", 2, 1),
                traffic("PA-1", "2a00:1:2:4::3", "5.6.7.8", 3, 2),
                traffic("PA-1", "2a00:1:2:3:ffff::3", "5.6.7.8", 4, 3));
        assertThat(detector.detections().stream().map(Detection::source))
                .containsExactly(Cidr.parse("2a00:1:2:3::/64"));
    }

    @Test
    void aSettingsChangeTakesEffectWithTheNextEvent() {
        detector.events(traffic("PA-1", SCANNER, "5.6.7.8", 1, 0));
        detector.settings("{\"version\": 8, \"portScan\": {\"threshold\": 1, \"mode\": \"observe\"}}");
        detector.events(traffic("PA-1", SCANNER, "5.6.7.8", 2, 1));
        assertThat(detector.detections()).singleElement().satisfies(detection -> {
            assertThat(detection.settingsVersion()).isEqualTo(8);
            assertThat(detection.disposition()).isEqualTo(Disposition.OBSERVE);
        });
    }

    @Test
    void whatIsNoSettingsDocumentIsRefusedAndTheLastOneHolds() {
        detector.raw(Topics.DEFENSE_SETTINGS.name(), "settings", "no JSON".getBytes(StandardCharsets.UTF_8));
        detector.raw(
                Topics.DEFENSE_SETTINGS.name(),
                "settings",
                "{\"portScan\": {\"threshold\": 0}}".getBytes(StandardCharsets.UTF_8));
        scan(0);
        assertThat(detector.detections()).hasSize(1);
        assertThat(detector.count("active_defense_detector_refused", "topic", Topics.DEFENSE_SETTINGS.name()))
                .isEqualTo(2);
    }

    @Test
    void bytesThatAreNoEventGoToTheDeadLettersAndTheStreamGoesOn() {
        detector.eventBytes(new byte[] {8, 1, 2, 3}, new byte[] {99, 1, 2}, NOON);
        scan(0);
        assertThat(detector.detections()).hasSize(1);
        assertThat(detector.read(Topics.DEAD_LETTERS)).containsExactly(new byte[] {99, 1, 2});
        assertThat(detector.count("active_defense_detector_ignored", "reason", "unreadable"))
                .isEqualTo(1);
    }

    @Test
    void aLateEventIsCountedAndNeitherFiresNorMakesOthersLate() {
        detector.events(
                traffic("PA-1", SCANNER, "5.6.7.8", 1, 0),
                traffic("PA-1", SCANNER, "5.6.7.8", 2, 1),
                traffic("PA-1", "8.9.9.9", "5.6.7.8", 2, 602),
                traffic("PA-1", SCANNER, "5.6.7.8", 3, 1));
        assertThat(detector.detections()).isEmpty();
        assertThat(detector.count("active_defense_detector_late")).isEqualTo(1);
        detector.events(traffic("PA-2", SCANNER, "5.6.7.8", 3, 1));
        assertThat(detector.detections()).hasSize(1);
    }

    @Test
    void aDetectedSourceIsReportedAtOnceAndThenOnceAnHour() {
        scan(0);
        detector.events(
                traffic("PA-1", SCANNER, "5.6.7.8", 3, 60),
                traffic("PA-1", SCANNER, "5.6.7.8", 3, 120),
                traffic("PA-1", SCANNER, "5.6.7.8", 3, 1_800));
        assertThat(detector.sightings()).containsExactly(new Sighting(Cidr.parse(SCANNER), 1, NOON.plusSeconds(60)));

        detector.events(traffic("PA-1", SCANNER, "5.6.7.8", 3, 3_660));
        assertThat(detector.sightings()).containsExactly(new Sighting(Cidr.parse(SCANNER), 3, NOON.plusSeconds(3_660)));
    }

    @Test
    void whatWaitsToBeReportedIsReportedWhenTheHourIsOverForOthers() {
        scan(0);
        detector.events(traffic("PA-1", SCANNER, "5.6.7.8", 3, 60), traffic("PA-1", SCANNER, "5.6.7.8", 3, 120));
        detector.sightings();
        detector.events(traffic("PA-1", "8.9.9.9", "5.6.7.8", 3, 3_800));
        detector.passes(Duration.ofSeconds(1));
        assertThat(detector.sightings()).containsExactly(new Sighting(Cidr.parse(SCANNER), 1, NOON.plusSeconds(120)));
        assertThat(detector.statuses().getLast().progress()).isEqualTo(NOON.plusSeconds(3_800));
    }

    @Test
    void aSourceInAListedPrefixIsReported() {
        detector.blacklist(entry("8.1.0.0/16", null, 0));
        detector.events(traffic("PA-1", SCANNER, "5.6.7.8", 3, 60));
        assertThat(detector.sightings()).hasSize(1);
        detector.tombstone(Topics.BLACKLIST, "8.1.0.0/16");
        detector.events(traffic("PA-1", "8.1.2.4", "5.6.7.8", 3, 61));
        assertThat(detector.sightings()).isEmpty();
    }

    @Test
    void aRuleThatListedASourceIsSilentUntilTheReleaseAndThenCountsAfresh() {
        scan(0);
        detector.blacklist(entry(SCANNER, null, 0));
        scan(2_000);
        assertThat(detector.detections()).hasSize(1);

        detector.events(traffic("PA-1", SCANNER, "5.6.7.8", 1, 3_000), traffic("PA-1", SCANNER, "5.6.7.8", 2, 3_001));
        detector.blacklist(entry(SCANNER, NOON.plusSeconds(3_002), 1));
        detector.events(traffic("PA-2", SCANNER, "5.6.7.8", 3, 3_002), traffic("PA-1", SCANNER, "5.6.7.8", 4, 3_003));
        assertThat(detector.detections()).isEmpty();
        assertThat(detector.count("active_defense_detector_ignored", "reason", "seen-before-release"))
                .isEqualTo(1);

        scan(3_010);
        assertThat(detector.detections())
                .singleElement()
                .satisfies(detection -> assertThat(detection.epoch()).isEqualTo(1));
    }

    @Test
    void aFurtherRuleStillFiresForAListedSource() {
        scan(0);
        detector.blacklist(entry(SCANNER, null, 0));
        detector.detections();
        detector.events(threat("PA-1", SCANNER, 30));
        assertThat(detector.detections().stream().map(Detection::rule)).containsExactly(RuleSet.VULNERABILITY);
    }

    @Test
    void aGroupThatTouchesTheAllowlistIsNotDetected() {
        detector.settings("{\"portScan\": {\"threshold\": 1}, \"allowlist\": [{\"cidr\": \"2a00:1:2:3::99\"}]}");
        detector.events(
                traffic("PA-1", "2a00:1:2:3::1", "5.6.7.8", 1, 0), traffic("PA-1", "2a00:1:2:3::1", "5.6.7.8", 2, 1));
        assertThat(detector.detections()).isEmpty();
        assertThat(detector.count("active_defense_detector_ignored", "reason", "never-listed"))
                .isEqualTo(1);
    }

    @Test
    void aResetForgetsEverySource() {
        detector.events(traffic("PA-1", SCANNER, "5.6.7.8", 1, 0), traffic("PA-1", SCANNER, "5.6.7.8", 2, 1));
        detector.settings("{\"portScan\": {\"threshold\": 2}, \"resetEpoch\": 1}");
        detector.events(traffic("PA-1", SCANNER, "5.6.7.8", 3, 2));
        assertThat(detector.detections()).isEmpty();
    }

    @Test
    void sourcesThatNoWindowNeedsAreForgotten() {
        for (int i = 1; i <= 50; i++) {
            detector.events(traffic("PA-1", "8.1.2." + i, "5.6.7.8", 1, i));
        }
        assertThat(detector.tracked()).isEqualTo(50);
        detector.events(traffic("PA-1", "8.9.9.9", "5.6.7.8", 1, 20 * 60 + 180));
        detector.passes(Duration.ofSeconds(1));
        assertThat(detector.tracked()).isEqualTo(1);
        detector.crashAndRestore();
        assertThat(detector.tracked()).isEqualTo(1);
    }

    private void scan(int second) {
        detector.events(
                traffic("PA-1", SCANNER, "5.6.7.8", 1, second),
                traffic("PA-1", SCANNER, "5.6.7.8", 2, second + 10),
                traffic("PA-1", SCANNER, "5.6.7.8", 3, second + 20));
    }

    private static BlacklistEntry entry(String address, @Nullable Instant releasedAt, int epoch) {
        return new BlacklistEntry(
                Cidr.parse(address),
                new TreeSet<>(List.of(RuleSet.PORT_SCAN)),
                Origin.DETECTED,
                null,
                NOON,
                NOON,
                NOON,
                NOON.plus(Duration.ofDays(30)),
                releasedAt,
                epoch,
                0,
                List.of(),
                null);
    }

    private static Evidence evidence(int second, int port) {
        return new Evidence(NOON.plusSeconds(second), "PA-1", "5.6.7.8", port, "drop", "deny all", null, null);
    }
}
