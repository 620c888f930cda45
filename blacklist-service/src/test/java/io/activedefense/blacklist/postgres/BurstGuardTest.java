// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.testing.Told.at;
import static io.activedefense.blacklist.testing.Told.detection;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.alarm.BurstTroubles;
import io.activedefense.blacklist.entry.Delivered;
import io.activedefense.blacklist.review.HeldDetection;
import io.activedefense.blacklist.review.HeldDetection.State;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.StrictDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BurstGuardTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final TestDatabase database = new TestDatabase();
    private int next;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void moreNewEntriesThanUsualAreABurstUntilItHasBeenQuiet() {
        Persistence service = service(false);
        fresh(service, "port-scan", 5);
        assertThat(service.bursts().now()).isEmpty();

        fresh(service, "port-scan", 1);
        assertThat(service.bursts().now())
                .hasValueSatisfying(burst -> assertThat(burst.since()).isEqualTo(NOON));
        assertThat(new BurstTroubles(service.bursts()).found())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.detail()).contains("more than 5 new entries in 10 minutes"));
        assertThat(service.blacklist().listed()).as("it only tells").isEqualTo(6);

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(service.bursts().now()).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(service.bursts().now()).isEmpty();
    }

    @Test
    void entriesThatComeSlowlyAreNone() {
        Persistence service = service(false);
        for (int i = 0; i < 12; i++) {
            fresh(service, "port-scan", 1);
            clock.advance(Duration.ofMinutes(2));
        }
        assertThat(service.bursts().now()).isEmpty();
    }

    @Test
    void aFurtherReasonOfAnEntryIsNoNewEntry() {
        Persistence service = service(false);
        fresh(service, "port-scan", 5);
        next -= 5;
        fresh(service, "ip-scan", 5);
        assertThat(service.bursts().now()).isEmpty();
    }

    @Test
    void inABurstNewScannersAreHeldIfTheSettingsSaySoButNeverAnExploit() {
        Persistence service = service(true);
        fresh(service, "port-scan", 8);
        fresh(service, "vulnerability", 1);

        assertThat(service.blacklist().listed())
                .as("5 before it, and the exploit")
                .isEqualTo(6);
        List<HeldDetection> held = service.review().latest(Set.of(State.WAITING), null, 10);
        assertThat(held)
                .hasSize(3)
                .allSatisfy(each ->
                        assertThat(each.holdReason()).isEqualTo("burst of new entries: more than 5 in 10 minutes"));
    }

    @Test
    void whatIsListedAlreadyIsNotHeld() {
        Persistence service = service(true);
        fresh(service, "port-scan", 6);
        next = 0;
        fresh(service, "ip-scan", 1);

        assertThat(service.blacklist().listed()).isEqualTo(5);
        assertThat(service.blacklist().listedByReason()).containsEntry("ip-scan", 1L);
    }

    @Test
    void heldOnesCountSoThatAFloodStaysABurstAndAfterQuietMinutesNewOnesAreListedAgain() {
        Persistence service = service(true);
        fresh(service, "ip-scan", 6);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(5));
            fresh(service, "ip-scan", 4);
        }
        assertThat(service.blacklist().listed()).isEqualTo(5);

        clock.advance(Duration.ofMinutes(10));
        fresh(service, "ip-scan", 1);
        assertThat(service.blacklist().listed()).isEqualTo(6);
        assertThat(service.review().waiting())
                .as("an operator decides about these")
                .isEqualTo(17);
    }

    @Test
    void anotherInstanceKnowsOfTheBurst() {
        fresh(service(true), "port-scan", 6);
        Persistence other = service(true);
        fresh(other, "port-scan", 1);

        assertThat(other.blacklist().listed()).isEqualTo(5);
        assertThat(other.review().waiting()).isEqualTo(2);
    }

    private Persistence service(boolean holds) {
        String guards = "{\"guards\":{\"burstEntries\":5,\"burstMinutes\":10,\"burstHolds\":" + holds + "}}";
        Persistence service = database.persistence(
                StrictDocument.read(guards.getBytes(StandardCharsets.UTF_8), DefenseSettings.class), clock);
        service.prepare();
        return service;
    }

    /** Detections of sources that were not seen before, in batches of three. */
    private void fresh(Persistence service, String rule, int count) {
        var batch = new ArrayList<Delivered<Detection>>();
        for (int i = 0; i < count; i++) {
            batch.add(at(next, detection("11.0.0." + ++next, rule, clock.instant())));
            if (batch.size() == 3) {
                service.intake().detections(List.copyOf(batch));
                batch.clear();
            }
        }
        service.intake().detections(batch);
    }
}
