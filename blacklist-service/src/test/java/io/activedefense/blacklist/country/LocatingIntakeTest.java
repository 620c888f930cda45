// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.entry.Delivered;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocatingIntakeTest {
    private final Recorded recorded = new Recorded();
    private final Intake intake = new LocatingIntake(recorded, address -> address.isIpv4() ? "NL" : null);

    @Test
    void aDetectionWithoutACountryGetsThatOfItsSource() {
        intake.detections(List.of(detection("91.198.5.6/32", null)));

        assertThat(recorded.countries).containsExactly("NL");
    }

    @Test
    void whatTheFirewallDidNotKnowIsLookedUp() {
        intake.detections(List.of(detection("91.198.5.6/32", "Unknown")));

        assertThat(recorded.countries).containsExactly("NL");
    }

    @Test
    void whatTheFirewallSaidIsKept() {
        intake.detections(List.of(detection("91.198.5.6/32", "Head office")));

        assertThat(recorded.countries).containsExactly("Head office");
    }

    @Test
    void whatNobodyKnowsStaysUnknown() {
        intake.detections(List.of(detection("2001:db8:1:2::/64", null)));

        assertThat(recorded.countries).containsExactly((String) null);
    }

    private static Delivered<Detection> detection(String source, @Nullable String country) {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        return new Delivered<>(
                "topic-id",
                0,
                7,
                new Detection(
                        Cidr.parse(source), "port-scan", 0, noon, noon, List.of(), country, 1, Disposition.LIST, null));
    }

    private static final class Recorded implements Intake {
        private final List<@Nullable String> countries = new ArrayList<>();

        @Override
        public void detections(List<Delivered<Detection>> batch) {
            batch.forEach(each -> countries.add(each.value().country()));
        }

        @Override
        public void sightings(List<Delivered<Sighting>> batch) {
            throw new AssertionError("no sighting was told");
        }
    }
}
