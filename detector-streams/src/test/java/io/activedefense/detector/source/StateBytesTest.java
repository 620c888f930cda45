// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What the state says that it takes is what its sources take, however they came, grew, were replaced and went. */
class StateBytesTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final DetectorState state = new DetectorState();

    @Property
    void isTheSumOverTheSourcesThatThereAre(@ForAll @Size(max = 60) List<@IntRange(max = 59) Integer> actions) {
        state.clear();
        actions.forEach(this::act);

        long least = IntStream.range(0, 5)
                .mapToObj(source -> state.get(group(source)))
                .filter(source -> source != null)
                .mapToLong(source -> source.windows().sightings().bytes())
                .sum();
        assertThat(state.estimatedBytes()).isEqualTo(least + 160L * state.size());
    }

    private void act(int action) {
        Cidr group = group(action % 5);
        TrackedSource there = state.get(group);
        switch (action / 5 % 6) {
            case 0 -> state.put(new TrackedSource(group, 1), WINDOW);
            case 1, 2 -> grow(there == null ? new TrackedSource(group, 0) : there, action);
            case 3 -> state.restore(group, action % 2 == 0 ? new TrackedSource(group, 2) : null);
            case 4 -> state.takeChanged((changed, source) -> {});
            default -> {
                if (there != null) {
                    state.remove(there);
                }
            }
        }
    }

    private void grow(TrackedSource source, int salt) {
        for (int i = 0; i < 5 * salt; i++) {
            source.windows().sightings().note(1_000L * i, 0, salt, i, true, 0, 0, WINDOW.toMillis());
        }
        state.put(source, WINDOW);
    }

    private static Cidr group(int source) {
        return Cidr.parse("8.1.2." + source);
    }
}
