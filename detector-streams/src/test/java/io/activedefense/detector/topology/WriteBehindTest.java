// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static io.activedefense.detector.Events.NOON;
import static io.activedefense.detector.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.FirewallEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was written behind is all that a crash leaves: with it the detector goes on as if nothing had happened, down to the
 * evidence, and without any kind of it, it does not. That the second is seen is what the first is worth.
 */
class WriteBehindTest {
    private static final int STEPS = 60;
    private static final int SEQUENCES = 1_000;
    private static final String SETTINGS = """
            {"version": %d, "resetEpoch": %d,
             "portScan": {"threshold": 2, "windowMinutes": 2}, "ipScan": {"threshold": 2, "windowMinutes": 3}}
            """;

    /** What is missing of the last commit before each crash. */
    enum Breakage {
        SOURCES {
            @Override
            boolean loses(byte[] key, byte @Nullable [] value) {
                return key[0] == StateCodec.SOURCE && value != null;
            }
        },
        REMOVALS {
            @Override
            boolean loses(byte[] key, byte @Nullable [] value) {
                return key[0] == StateCodec.SOURCE && value == null;
            }
        },
        CONTEXTS {
            @Override
            boolean loses(byte[] key, byte @Nullable [] value) {
                return key[0] == StateCodec.CONTEXT;
            }
        },
        CLOCKS {
            @Override
            boolean loses(byte[] key, byte @Nullable [] value) {
                return key[0] == StateCodec.DEVICE;
            }
        },
        RESETS {
            @Override
            boolean loses(byte[] key, byte @Nullable [] value) {
                return key[0] == StateCodec.RESET;
            }
        },
        EVERYTHING {
            @Override
            boolean loses(byte[] key, byte @Nullable [] value) {
                return true;
            }
        };

        abstract boolean loses(byte[] key, byte @Nullable [] value);
    }

    @Property(tries = 60)
    void aCrashAnywhereChangesNothing(@ForAll long seed) {
        assertThat(withCrashes(seed, (key, value) -> false)).isEqualTo(withoutCrash(seed));
    }

    @ParameterizedTest
    @EnumSource
    void eachBreakageIsNoticed(Breakage breakage) {
        assertThat(LongStream.range(0, SEQUENCES).anyMatch(seed -> isNoticed(seed, breakage)))
                .as("whether a sequence ends in another answer without the %s of the last commit", breakage)
                .isTrue();
    }

    private static boolean isNoticed(long seed, Breakage breakage) {
        try {
            return !withCrashes(seed, breakage::loses).equals(withoutCrash(seed));
        } catch (RuntimeException e) {
            return true; // what refers to something lost can fail as well
        }
    }

    private static List<Detection> withoutCrash(long seed) {
        return detections(seed, false, (key, value) -> false);
    }

    private static List<Detection> withCrashes(long seed, DetectorDriver.Loss loss) {
        return detections(seed, true, loss);
    }

    /** Events of four devices, some late by their device's clock, and two resets between them. */
    private static List<Detection> detections(long seed, boolean crashes, DetectorDriver.Loss loss) {
        var random = new Random(seed);
        var crashing = new Random(seed + 1);
        var found = new ArrayList<Detection>();
        int second = 0;
        int resets = 0;
        try (var detector = new DetectorDriver(NOON)) {
            detector.settings(SETTINGS.formatted(1, resets));
            for (int step = 0; step < STEPS; step++) {
                second += random.nextInt(40);
                if (step == STEPS / 3 || step == 2 * STEPS / 3) {
                    resets++;
                    detector.settings(SETTINGS.formatted(1 + resets, resets));
                }
                detector.events(event(random, second));
                found.addAll(detector.detections());
                if (crashes && crashing.nextInt(4) == 0) {
                    detector.crashAndRestore(loss);
                    detector.settings(SETTINGS.formatted(1 + resets, resets));
                }
            }
        }
        return found;
    }

    private static FirewallEvent event(Random random, int second) {
        int late = random.nextInt(4) == 0 ? 601 + random.nextInt(20) : 0;
        return traffic(
                "PA-" + random.nextInt(4),
                "8.1.2." + (3 + random.nextInt(4)),
                "5.6.7." + (1 + random.nextInt(3)),
                20 + random.nextInt(3),
                second - late);
    }
}
