// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import io.activedefense.blacklist.status.ServiceStatus;
import io.activedefense.contracts.status.BridgeStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Devices of whose lines many can't be read of late: a format that was changed, or a syslog server that garbles. A bridge
 * counts since it first saw a file, so what came of late is the difference to what was told ten minutes ago.
 */
public final class DeadLetterTroubles implements Troubles {
    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final long LEAST = 20;
    private static final long LEAST_PERCENT = 1;

    private final ServiceStatus status;
    private final Clock clock;
    private final Map<String, Deque<Count>> counts = new HashMap<>();

    /** What was told of a device. */
    private record Count(Instant at, long lines, long refused) {
        Count minus(Count earlier) {
            return new Count(at, Math.max(0, lines - earlier.lines), Math.max(0, refused - earlier.refused));
        }

        boolean isTrouble() {
            return refused >= LEAST && refused * 100 >= (lines + refused) * LEAST_PERCENT;
        }
    }

    public DeadLetterTroubles(ServiceStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    @Override
    public String source() {
        return "dead letters";
    }

    @Override
    public List<Trouble> found() {
        Map<String, List<BridgeStatus>> devices =
                status.report().bridges().stream().collect(Collectors.groupingBy(BridgeStatus::device));
        counts.keySet().retainAll(devices.keySet());
        return devices.entrySet().stream()
                .flatMap(device -> trouble(device.getKey(), device.getValue()).stream())
                .toList();
    }

    private Optional<Trouble> trouble(String device, Collection<BridgeStatus> files) {
        Deque<Count> known = counts.computeIfAbsent(device, name -> new ArrayDeque<>());
        Count now = count(files);
        known.addLast(now);
        while (known.size() > 2 && known.getFirst().at().isBefore(now.at().minus(SPAN))) {
            known.removeFirst();
        }
        Count late = now.minus(known.getFirst());
        return late.isTrouble() ? Optional.of(trouble(device)) : Optional.empty();
    }

    private Count count(Collection<BridgeStatus> files) {
        long lines = files.stream().mapToLong(BridgeStatus::lines).sum();
        long refused = files.stream()
                .flatMap(file -> file.deadLetters().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return new Count(clock.instant(), lines, refused);
    }

    private static Trouble trouble(String device) {
        return new Trouble(
                AlarmKind.DEAD_LETTERS.id(),
                device,
                "Of its lines of the last " + SPAN.toMinutes() + " minutes at least " + LEAST + ", and at least "
                        + LEAST_PERCENT + " of 100, can't be read.",
                "See under Syslog Devices which lines are refused and why: most often its log format was changed. The"
                        + " refused lines are kept for 30 days.");
    }
}
