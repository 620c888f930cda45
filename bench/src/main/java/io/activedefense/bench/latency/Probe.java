// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import io.activedefense.bench.traffic.ProbeLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Measures from a scan's deciding line in the file to its source in the list. The lines before the deciding one are
 * written and read long before, so that nothing but that line is on its way.
 */
final class Probe implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int ROUND = 50; // a round stays well within the window of 10 minutes

    private final Edl edl;
    private final OutputStream log;
    private final ProbeLines lines;
    private final Duration idle;

    Probe(Path folder, Edl edl, ProbeLines lines, Duration idle) throws IOException {
        this.edl = edl;
        this.lines = lines;
        this.idle = idle;
        log = Files.newOutputStream(
                folder.resolve(ProbeLines.DEVICE + ".log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    Percentiles measure(int runs, Clock clock) throws IOException, InterruptedException, TimeoutException {
        long[] nanos = new long[runs];
        for (int done = 0; done < runs; done += ROUND) {
            List<ProbeLines.Scan> scans = begin(Math.min(ROUND, runs - done), clock);
            for (int i = 0; i < scans.size(); i++) {
                TimeUnit.NANOSECONDS.sleep(idle.toNanos()); // idling is what is being measured
                nanos[done + i] = decide(scans.get(i), clock);
            }
        }
        return new Percentiles(nanos);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    /** Scans that lack one line each, and a few events that list their source at once to tell that all were read. */
    private List<ProbeLines.Scan> begin(int count, Clock clock)
            throws IOException, InterruptedException, TimeoutException {
        List<ProbeLines.Scan> scans = new ArrayList<>();
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            ProbeLines.Scan scan = lines.nextScan();
            scan.appendAllButTheLast(clock.instant(), text);
            scans.add(scan);
        }
        List<String> markers = lines.appendMarkers(clock.instant(), text);
        write(text);
        edl.awaitListed(markers, LONGEST);
        return scans;
    }

    private long decide(ProbeLines.Scan scan, Clock clock) throws IOException, InterruptedException, TimeoutException {
        var text = new StringBuilder();
        scan.appendLast(clock.instant(), text);
        long writtenAt = System.nanoTime();
        write(text);
        return edl.awaitListed(List.of(scan.source()), LONGEST) - writtenAt;
    }

    private void write(StringBuilder text) throws IOException {
        log.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
