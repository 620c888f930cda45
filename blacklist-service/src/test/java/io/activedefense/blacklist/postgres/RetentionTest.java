// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.testing.Told.at;
import static io.activedefense.blacklist.testing.Told.detection;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.release.RetentionLoop;
import io.activedefense.blacklist.review.Decision;
import io.activedefense.blacklist.review.Decision.Verdict;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final TestDatabase database = new TestDatabase();
    private final Persistence service = database.persistence(DefenseSettings.DEFAULTS, clock);
    private final RetentionLoop loop = new RetentionLoop(service.retention(), service.settings(), clock);

    @BeforeEach
    void tellOfEverything() {
        service.prepare();
        service.intake()
                .detections(List.of(
                        at(0, detection("8.8.4.4", "port-scan", NOON)),
                        at(1, detection("9.9.9.9", "port-scan", NOON)),
                        at(2, detection("9.9.9.8", "port-scan", 0, NOON, Disposition.HOLD))));
        service.blacklist().release(Cidr.parse("9.9.9.9"), "a resolver", "anna");
        long held = service.review().latest(Set.of(), null, 1).getFirst().id();
        service.review().decide(new Decision(List.of(held), Verdict.DISMISS, "fine", null, "anna"));
        service.alarms().agree("test", List.of(trouble("a"), trouble("b")), trouble -> true);
        service.alarms().agree("test", List.of(trouble("b")), trouble -> true);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatIsOldGoesButNotTheStoryOfWhatIsListed() {
        clock.advance(Duration.ofDays(90).plusSeconds(1));
        loop.step();

        assertThat(database.ask("SELECT string_agg(host(address), ',') FROM detection"))
                .isEqualTo("8.8.4.4");
        assertThat(service.blacklist().find(Cidr.parse("8.8.4.4")).orElseThrow().history())
                .hasSize(1);
        assertThat(database.ask("SELECT count(*) FROM blacklist_event")).isEqualTo("1");
        assertThat(service.review().latest(Set.of(), null, 10)).isEmpty();
        assertThat(service.alarms().latest(false, null, 10))
                .singleElement()
                .satisfies(standing -> assertThat(standing.subject()).isEqualTo("b"));
    }

    @Test
    void whatIsNotOldStays() {
        clock.advance(Duration.ofDays(90).minusSeconds(1));
        loop.step();

        assertThat(database.ask("SELECT count(*) FROM detection")).isEqualTo("3");
        assertThat(database.ask("SELECT count(*) FROM blacklist_event")).isEqualTo("3");
        assertThat(service.review().latest(Set.of(), null, 10)).hasSize(1);
        assertThat(service.alarms().latest(false, null, 10)).hasSize(2);
    }

    private static Trouble trouble(String subject) {
        return new Trouble("test", subject, "it is wrong", "put it right");
    }
}
