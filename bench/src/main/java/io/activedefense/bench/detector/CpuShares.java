// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Processor time since this began, by who took it: this process's threads by a part of their names, and the processes that
 * it started.
 */
final class CpuShares {
    private final Moment begin = Moment.now();

    private record Moment(long nanos, long process, long children, Map<Long, Long> threads) {
        static Moment now() {
            var threads = ManagementFactory.getThreadMXBean();
            var taken = new HashMap<Long, Long>();
            for (long id : threads.getAllThreadIds()) {
                taken.put(id, threads.getThreadCpuTime(id));
            }
            var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long children = ProcessHandle.current()
                    .descendants()
                    .mapToLong(child -> child.info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toNanos())
                    .sum();
            return new Moment(System.nanoTime(), system.getProcessCpuTime(), children, taken);
        }
    }

    /**
     * In words, as shares of one processor.
     *
     * @param parts of threads' names, each told apart; what is left of this process is told as the rest
     */
    String until(Set<String> parts) {
        Moment now = Moment.now();
        double time = now.nanos() - begin.nanos();
        Map<String, Long> byName = byName(now);
        var shares = new StringBuilder()
                .append(share("processes that were started", (now.children() - begin.children()) / time));
        long told = 0;
        for (String part : parts) {
            for (var thread : byName.entrySet()) {
                if (thread.getKey().contains(part)) {
                    shares.append(share(nameOf(thread.getKey()), thread.getValue() / time));
                    told += thread.getValue();
                }
            }
        }
        return shares.append(share("the rest of this one", (now.process() - begin.process() - told) / time))
                .toString()
                .strip();
    }

    private Map<String, Long> byName(Moment now) {
        var threads = ManagementFactory.getThreadMXBean();
        return now.threads().entrySet().stream()
                .collect(Collectors.toMap(
                        taken -> name(threads.getThreadInfo(taken.getKey())),
                        taken -> taken.getValue() - begin.threads().getOrDefault(taken.getKey(), 0L),
                        Long::sum));
    }

    private static String name(@Nullable ThreadInfo thread) {
        return thread == null ? "gone" : thread.getThreadName();
    }

    /** Without the number of the stream that Kafka puts before its threads' names. */
    private static String nameOf(String thread) {
        return thread.replaceAll(".*-(StreamThread-\\d+)", "$1");
    }

    private static String share(String who, double share) {
        return String.format(Locale.ROOT, "%n  %4.0f %% of a processor: %s", 100 * share, who);
    }
}
