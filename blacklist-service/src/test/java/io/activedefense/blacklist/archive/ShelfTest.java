// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.TimeOrigin;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShelfTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Shelf shelf = Shelf.at(NOON, Duration.ofDays(90));

    @ParameterizedTest(name = "{0} from now")
    @CsvSource({"PT0S", "PT1H", "-PT1S", "-P89DT23H59M59S"})
    void aLineIsFiledUnderItsTime(Duration fromNow) {
        assertThat(place(NOON.plus(fromNow), NOON.minusSeconds(5))).isEqualTo(NOON.plus(fromNow));
    }

    @ParameterizedTest(name = "{0} from now")
    @CsvSource({"PT1H0.001S", "P3650D", "-P90D", "-P20000D"})
    void whatCannotBeKeptThereIsFiledUnderArrival(Duration fromNow) {
        assertThat(place(NOON.plus(fromNow), NOON.minusSeconds(5))).isEqualTo(NOON.minusSeconds(5));
    }

    @Test
    void whereArrivalIsOutsideTooItIsFiledNow() {
        assertThat(place(Instant.EPOCH, NOON.plus(Duration.ofDays(2)))).isEqualTo(NOON);
    }

    private Instant place(Instant at, Instant arrival) {
        FirewallEvent event = new FirewallEventWriter()
                .time(at.toEpochMilli(), TimeOrigin.TIME_RECEIVED)
                .arrival(arrival.toEpochMilli())
                .build();
        return Instant.ofEpochMilli(shelf.placeOf(event));
    }
}
