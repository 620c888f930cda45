// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.archive;

import io.activedefense.blacklist.archive.Archive;
import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.contracts.event.FirewallEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Files what one partition brings, as the archiver does: a batch, on disk, and the next. */
final class Filer implements Callable<Long> {
    private static final int BATCH = 20_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Archive archive;
    private final int partition;
    private final List<FirewallEvent> waiting = new ArrayList<>();
    private long position;
    private long cpuNanos;

    Filer(Archive archive, int partition) {
        this.archive = archive;
        this.partition = partition;
    }

    /** Takes those of its sources. */
    void take(List<FirewallEvent> events, int partitions) {
        waiting.clear();
        for (FirewallEvent event : events) {
            if (Math.floorMod(event.source().hashCode(), partitions) == partition) {
                waiting.add(event);
            }
        }
    }

    @Override
    public Long call() {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int from = 0; from < waiting.size(); from += BATCH) {
            List<FirewallEvent> batch = waiting.subList(from, Math.min(from + BATCH, waiting.size()));
            archive.file("bench", List.of(new Stretch(partition, position, position + batch.size(), batch)));
            position += batch.size();
        }
        cpuNanos += THREADS.getCurrentThreadCpuTime() - before;
        return position;
    }

    long cpuNanos() {
        return cpuNanos;
    }
}
