// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A poller that asks by date alone gets every list, also where it is balanced over instances that learn of it apart. */
class ListDatesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int TICK_MILLIS = 100;
    private static final int LAG_TICKS = 9;

    @Test
    void aDateIsToldOnceItsSecondHasComeAndOnlyInTouchWithTheDatabase() {
        var published = new PublishedList();
        EdlSnapshot list = list(1, EdlSnapshot.modifiedAfter(NOON.plusMillis(200), Instant.EPOCH));
        published.publish(list);
        published.confirm(NOON.plusMillis(2_900));

        assertThat(list.modified()).isEqualTo(NOON.plusSeconds(3));
        assertThat(published.dates(list, NOON.plusMillis(2_999))).isFalse();
        assertThat(published.dates(list, NOON.plusMillis(3_000))).isTrue();
        assertThat(published.dates(list, NOON.plusMillis(3_899))).isTrue();
        assertThat(published.dates(list, NOON.plusMillis(3_900))).isFalse();
        published.confirm(NOON.plusSeconds(4));
        assertThat(published.dates(list, NOON.plusMillis(4_000))).isTrue();
    }

    @Test
    void aDateNeverGoesBack() {
        Instant first = EdlSnapshot.modifiedAfter(NOON, Instant.EPOCH);

        assertThat(EdlSnapshot.modifiedAfter(NOON.minusSeconds(60), first)).isEqualTo(first);
    }

    /**
     * Two instances follow one truth, each up to a second late and with breaks; a poller asks either. What it has is
     * never taken for a list that came later.
     */
    @Property(tries = 300)
    void whoIsToldThatNothingChangedHasWhatIsServed(@ForAll long seed) {
        var random = new Random(seed);
        var instances = List.of(new Instance(random), new Instance(random));
        int truth = 0;
        int has = -1;
        String date = "";
        for (int tick = 0; tick < 400; tick++) {
            Instant now = NOON.plusMillis((long) tick * TICK_MILLIS);
            truth += random.nextInt(12) == 0 ? 1 : 0;
            for (Instance instance : instances) {
                instance.follow(truth, now);
            }
            Instance asked = instances.get(random.nextInt(2));
            Optional<EdlSnapshot> list = asked.published.current();
            if (list.isPresent() && random.nextInt(4) == 0) {
                boolean dated = asked.published.dates(list.get(), now);
                Poll.Answer answer = new Poll(null, date.isEmpty() ? null : date, null).of(list.get(), dated, now);
                if (answer.changed()) {
                    has = asked.serves;
                } else {
                    assertThat(has)
                            .as("told at tick %d that its list is the newest", tick)
                            .isGreaterThanOrEqualTo(asked.serves);
                }
                date = answer.lastModified().orElse(answer.changed() ? "" : date);
            }
        }
    }

    private static EdlSnapshot list(int content, Instant modified) {
        return new EdlSnapshot(("198.51.100." + content + "\n").getBytes(US_ASCII), 1, modified);
    }

    private static final class Instance {
        private final Random random;
        private final PublishedList published = new PublishedList();
        private final List<Integer> truths = new ArrayList<>();
        private int serves = -1;
        private int away;

        Instance(Random random) {
            this.random = random;
        }

        /** Takes what was true up to {@link #LAG_TICKS} ago, or nothing while it is out of touch. */
        void follow(int truth, Instant now) {
            truths.add(truth);
            if (away > 0) {
                away--;
                return;
            }
            away = random.nextInt(60) == 0 ? random.nextInt(80) : 0;
            int lag = random.nextInt(LAG_TICKS);
            int seen = truths.get(Math.max(0, truths.size() - 1 - lag));
            if (seen > serves) {
                Instant before = published.current().map(EdlSnapshot::modified).orElse(Instant.EPOCH);
                published.publish(list(seen, EdlSnapshot.modifiedAfter(now, before)));
                serves = seen;
            }
            if (seen >= serves) {
                published.confirm(now.minus(Duration.ofMillis((long) lag * TICK_MILLIS)));
            }
        }
    }
}
