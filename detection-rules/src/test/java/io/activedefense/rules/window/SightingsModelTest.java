// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sightings in their compact form against a list that is walked from end to end. */
class SightingsModelTest {
    private static final long WINDOW = 60_000;
    private static final int NEVER = Integer.MAX_VALUE;

    @Property
    void holdsWhatAListWould(
            @ForAll @IntRange(min = 1, max = 700) int steps,
            @ForAll @IntRange(min = 1, max = 300) int hosts,
            @ForAll @IntRange(min = 1, max = 30) int ports,
            @ForAll Random random) {
        play(steps, hosts, ports, 100, random);
    }

    @Property(tries = 2)
    void theOldestGoesWhereThereAreTooMany(@ForAll Random random) {
        assertThat(play(Sightings.MOST + 1_000, 50_000, 60_000, NEVER, random)).isPositive();
    }

    private static int play(int steps, int hosts, int ports, int forgottenEvery, Random random) {
        var sightings = new Sightings();
        var model = new Model();
        long time = 1_000_000;
        for (int step = 0; step < steps; step++) {
            time += random.nextInt(400);
            if (random.nextInt(forgottenEvery) == 0) {
                long horizon = time - random.nextInt(200_000);
                sightings.forgetBefore(horizon);
                model.held.removeIf(seen -> seen.time() < horizon);
            }
            var seen = new Seen(
                    time - (random.nextInt(4) == 0 ? random.nextInt(90_000) : 0),
                    random.nextInt(hosts),
                    random.nextInt(ports),
                    random.nextInt(10) == 0,
                    random.nextInt(10) == 0 ? 53 : 0,
                    random.nextInt(65_536));
            int noted = sightings.note(
                    seen.time(),
                    0,
                    seen.host(),
                    seen.port(),
                    seen.denied(),
                    seen.answersFrom(),
                    seen.context(),
                    WINDOW);
            assertThat(noted).isEqualTo(model.note(seen));
        }
        assertThat(contents(sightings)).isEqualTo(model.held);
        assertThat(contents(new Sightings(sightings.toWords()))).isEqualTo(model.held);
        assertCountsAreNotTooSmall(sightings);
        return sightings.overflows();
    }

    private static List<Seen> contents(Sightings sightings) {
        return IntStream.range(0, sightings.size())
                .mapToObj(i -> new Seen(
                        sightings.time(i),
                        sightings.destinationLow(i),
                        sightings.port(i),
                        sightings.denied(i),
                        sightings.answersFrom(i),
                        sightings.context(i)))
                .toList();
    }

    private static void assertCountsAreNotTooSmall(Sightings sightings) {
        for (Dimension dimension : Dimension.values()) {
            for (int i = 0; i < sightings.size(); i += 1 + sightings.size() / 50) {
                int one = i;
                long ofTheKey = IntStream.range(0, sightings.size())
                        .filter(other -> dimension.sameKey(sightings, one, other))
                        .count();
                assertThat((long) sightings.atMostOfTheKeyOf(i, dimension)).isGreaterThanOrEqualTo(ofTheKey);
            }
        }
    }

    record Seen(long time, long host, int port, boolean denied, int answersFrom, int context) {
        boolean isPairOf(Seen other) {
            return host == other.host
                    && port == other.port
                    && denied == other.denied
                    && answersFrom == other.answersFrom;
        }
    }

    private static final class Model {
        final List<Seen> held = new ArrayList<>();

        int note(Seen seen) {
            List<Seen> pairs =
                    new ArrayList<>(held.stream().filter(seen::isPairOf).toList());
            int place = (int)
                    pairs.stream().filter(other -> other.time() <= seen.time()).count();
            boolean known = place > 0 && pairs.get(place - 1).time() == seen.time();
            boolean spanned = place > 0
                    && place < pairs.size()
                    && pairs.get(place).time() - pairs.get(place - 1).time() <= WINDOW;
            if (known || spanned) {
                return Sightings.REDUNDANT;
            }
            pairs.add(place, seen);
            dropIfSpanned(pairs, place + 1);
            dropIfSpanned(pairs, place - 1);
            if (held.size() == Sightings.MOST) {
                held.removeFirst();
            }
            held.add(seen);
            held.sort(Comparator.comparingLong(Seen::time));
            return held.indexOf(seen);
        }

        private void dropIfSpanned(List<Seen> pairs, int at) {
            if (at > 0
                    && at < pairs.size() - 1
                    && pairs.get(at + 1).time() - pairs.get(at - 1).time() <= WINDOW) {
                held.remove(pairs.get(at));
            }
        }
    }
}
