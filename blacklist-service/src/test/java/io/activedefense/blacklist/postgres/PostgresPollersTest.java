// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.poller.Poller;
import io.activedefense.blacklist.poller.PollerKey;
import io.activedefense.blacklist.poller.Pollers;
import io.activedefense.blacklist.poller.Tally;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresPollersTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final PollerKey FRIEND = new PollerKey("blacklist", "192.0.2.7");
    private static final PollerKey STRANGER = new PollerKey("blacklist", "192.0.2.8");

    private final TestDatabase database = new TestDatabase();
    private final Pollers pollers =
            database.persistence(DefenseSettings.DEFAULTS, Clock.systemUTC()).pollers();

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void whatIsAddedIsReadAsItWasSummedUp() {
        var first = new Tally(2, 0, NOON, 304, NOON, "\"v1\"", "fw");
        var refused = new Tally(3, 3, NOON.plusSeconds(600), 401, null, null, null);

        pollers.add(Map.of(FRIEND, first));
        pollers.add(Map.of(FRIEND, refused, STRANGER, refused));

        assertThat(pollers.all())
                .containsExactly(Poller.first(FRIEND, first).after(refused), Poller.first(STRANGER, refused));
    }

    @Test
    void whoIsForgottenIsGoneAndStrangersAreForgottenFirst() {
        pollers.add(Map.of(
                FRIEND,
                new Tally(1, 0, NOON, 200, NOON, null, null),
                STRANGER,
                new Tally(1, 1, NOON, 401, null, null, null)));

        pollers.forgetUnseen(NOON, NOON.plus(Duration.ofSeconds(1)));
        assertThat(pollers.all()).extracting(Poller::key).containsExactly(FRIEND);

        assertThat(pollers.forget(FRIEND)).isTrue();
        assertThat(pollers.forget(FRIEND)).isFalse();
        assertThat(pollers.all()).isEmpty();
    }
}
