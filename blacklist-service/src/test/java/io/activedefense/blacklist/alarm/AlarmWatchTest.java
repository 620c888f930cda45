// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.relay.Leadership;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final TestDatabase database = new TestDatabase();
    private final Persistence persistence = database.persistence(DefenseSettings.DEFAULTS, clock);
    private final Alarms alarms = persistence.alarms();
    private final List<Trouble> wrong = new ArrayList<>();
    private final AlarmWatch watch = watch(persistence.alarmLeadership());
    private boolean tells = true;

    @BeforeEach
    void migrate() {
        persistence.prepare();
    }

    @AfterEach
    void drop() {
        watch.close();
        database.close();
    }

    @Test
    void aTroubleThatLastsIsRaisedOnceAndClearedOnce() {
        wrong.add(silent("fw-1", "silent for 10 min"));
        look();
        assertThat(alarms.latest(true, null, 10)).as("it may be over soon").isEmpty();

        look();
        look();
        Alarm raised = only();
        assertThat(raised.kind()).isEqualTo("device-silent");
        assertThat(raised.raisedAt()).isEqualTo(NOON.plusSeconds(10));

        wrong.clear();
        look();
        look();
        assertThat(alarms.latest(true, null, 10)).isEmpty();
        assertThat(only(false).clearedAt()).isEqualTo(NOON.plusSeconds(30));
        assertThat(only(false).id()).isEqualTo(raised.id());
    }

    @Test
    void anAlarmIsToldInTheWordsOfNow() {
        wrong.add(silent("fw-1", "silent for 10 min"));
        look();
        look();
        wrong.set(0, silent("fw-1", "silent for 11 min"));
        look();

        assertThat(only().detail()).isEqualTo("silent for 11 min");
        assertThat(only().raisedAt()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void aTroubleThatComesBackIsANewAlarm() {
        wrong.add(silent("fw-1", "silent"));
        look();
        look();
        Alarm first = only();
        wrong.clear();
        look();
        wrong.add(silent("fw-1", "silent"));
        look();
        look();

        assertThat(only().id()).isGreaterThan(first.id());
        assertThat(alarms.latest(false, null, 10)).hasSize(2);
        assertThat(alarms.latest(false, only().id(), 10))
                .singleElement()
                .extracting(Alarm::id)
                .isEqualTo(first.id());
    }

    @Test
    void whereNobodyKnowsAlarmsStandAsTheyDid() {
        wrong.add(silent("fw-1", "silent"));
        look();
        look();
        tells = false;
        look();

        assertThat(only().clearedAt()).isNull();
    }

    @Test
    void anotherInstanceThatSeesItTooDoesNotRaiseItAgain() {
        wrong.add(silent("fw-1", "silent"));
        look();
        look();
        watch.close();
        try (AlarmWatch successor = watch(persistence.alarmLeadership())) {
            successor.step();
            assertThat(only().clearedAt()).as("it knows of none before").isNull();
            successor.step();
            assertThat(alarms.latest(false, null, 10)).hasSize(1);
        }
    }

    @Test
    void whoeverDoesNotLeadTouchesNothing() {
        watch.step();
        try (AlarmWatch follower = watch(persistence.alarmLeadership())) {
            wrong.add(silent("fw-1", "silent"));
            follower.step();
            follower.step();
        }
        assertThat(alarms.latest(false, null, 10)).isEmpty();
    }

    @Test
    void whoTakesNoteFirstStaysNamed() {
        wrong.add(silent("fw-1", "silent"));
        look();
        look();
        long id = only().id();
        assertThat(alarms.unnoticed()).isOne();

        assertThat(alarms.acknowledge(id, "anna"))
                .hasValueSatisfying(alarm -> assertThat(alarm.acknowledgedBy()).isEqualTo("anna"));
        clock.set(NOON.plusSeconds(3600));
        alarms.acknowledge(id, "ben");

        assertThat(alarms.unnoticed()).isZero();
        assertThat(only().acknowledgedBy()).isEqualTo("anna");
        assertThat(only().acknowledgedAt()).isEqualTo(NOON.plusSeconds(20));
        assertThat(alarms.acknowledge(id + 1, "anna")).isEmpty();
    }

    private void look() {
        watch.step();
        clock.advance(AlarmWatch.EVERY);
    }

    private Alarm only() {
        return only(true);
    }

    private Alarm only(boolean standing) {
        List<Alarm> all = alarms.latest(standing, null, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private AlarmWatch watch(Leadership lead) {
        return new AlarmWatch(List.of(new Part()), alarms, lead);
    }

    private static Trouble silent(String device, String detail) {
        return new Trouble("device-silent", device, detail, "See whether it still logs.");
    }

    /** A part whose troubles the test decides. */
    private final class Part implements Troubles {
        @Override
        public String source() {
            return "devices";
        }

        @Override
        public List<Trouble> found() {
            if (!tells) {
                throw new IllegalStateException("nobody knows");
            }
            return List.copyOf(wrong);
        }
    }
}
