// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.TimeOrigin;
import io.activedefense.logformat.EventTimes;
import io.activedefense.logformat.LogFormat;
import io.activedefense.logformat.LogFormats;
import io.activedefense.logformat.ParseOutcome;
import io.activedefense.rules.RuleSet;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of one log that anybody wants, in order of their time: lines that are out of order by up to the grace are
 * put in order, events that are later are handed out as they come. Holds the events of one grace and no more.
 */
final class OrderedLog implements Closeable {
    private static final long GRACE_MILLIS = RuleSet.GRACE.toMillis();

    private final InputStream stream;
    private final LineReader lines;
    private final long writtenAtMillis;
    private final byte[] device;
    private final Predicate<FirewallEvent> wanted;
    private final Consumer<FirewallEvent> late;
    private final Tally tally;
    private final LogFormat format = LogFormats.recognised(EventTimes.asWritten());
    private final FirewallEventWriter writer = new FirewallEventWriter();
    private final PriorityQueue<FirewallEvent> waiting = new PriorityQueue<>(new EventOrder());
    private long newest = Long.MIN_VALUE + GRACE_MILLIS;
    private boolean ended;

    /**
     * @param stream the log's lines
     * @param wanted which events are worth holding
     * @param late takes those that came too late to be put in order
     */
    OrderedLog(
            LogSource log,
            InputStream stream,
            Predicate<FirewallEvent> wanted,
            Consumer<FirewallEvent> late,
            Tally tally) {
        this.stream = stream;
        this.lines = new LineReader(stream);
        this.writtenAtMillis = log.writtenAtMillis();
        this.device = log.device().getBytes(StandardCharsets.UTF_8);
        this.wanted = wanted;
        this.late = late;
        this.tally = tally;
    }

    /** The next event, or null if there is none. */
    @Nullable FirewallEvent next() throws IOException {
        while (!ended && !firstIsSettled()) {
            ended = !readLine();
        }
        return waiting.poll();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Whether no line that is still to come can be before the first waiting event, or of its time, and not be late. */
    private boolean firstIsSettled() {
        FirewallEvent first = waiting.peek();
        return first != null && first.eventTimeMillis() < newest - GRACE_MILLIS;
    }

    private boolean readLine() throws IOException {
        if (!lines.next()) {
            return false;
        }
        switch (format.parse(lines.bytes(), lines.from(), lines.to(), writtenAtMillis, writer)) {
            case ParseOutcome.Parsed parsed -> take();
            case ParseOutcome.Ignored reason -> tally.ignored(reason);
            case ParseOutcome.Malformed reason -> tally.refused(reason);
        }
        return true;
    }

    private void take() {
        // An old line's arrival is unknown, and events shall be equal wherever they stand.
        FirewallEvent event = writer.arrival(0)
                .text(EventText.DEVICE, device, 0, device.length)
                .build();
        if (event.timeOrigin() == TimeOrigin.ARRIVAL) {
            tally.withoutTime();
            return;
        }
        tally.parsed();
        place(event, event.eventTimeMillis());
    }

    private void place(FirewallEvent event, long time) {
        newest = Math.max(newest, time);
        boolean isLate = time < newest - GRACE_MILLIS;
        if (isLate) {
            tally.late();
        }
        if (wanted.test(event)) {
            if (isLate) {
                late.accept(event);
            } else {
                waiting.add(event);
            }
        }
    }
}
