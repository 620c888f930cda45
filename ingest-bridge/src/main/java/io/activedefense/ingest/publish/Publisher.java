// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.ingest.device.DeviceLines;
import io.activedefense.ingest.tail.Interval;
import io.activedefense.ingest.tail.LineSink;
import io.activedefense.ingest.tail.LogFile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends lines to Kafka. A file's lines reach every partition in their order; what Kafka has not acknowledged is kept, up
 * to a bound, and sent again by a new producer when one fails. Step it; not thread-safe.
 */
public final class Publisher implements LineSink {
    /** Lines on their way, in bytes: a third of what the producer may buffer, so that to send never waits. */
    static final long MOST_UNDERWAY = 32L * 1024 * 1024;

    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Supplier<Producer<byte[], byte[]>> connection;
    private final Executor connecting;
    private final DeviceLines devices;
    private final PublishListener listener;
    private final Clock clock;
    private final LongSupplier ticker;
    private final Interval mayConnect;
    private final FirewallEventWriter writer = new FirewallEventWriter();
    private final ArrayDeque<Stretch> underway = new ArrayDeque<>();
    private @Nullable CompletableFuture<Producer<byte[], byte[]>> pending;
    private @Nullable Session session;
    private long bytesUnderway;
    private long lastProgress;
    private volatile boolean reachable;

    /**
     * @param connection makes a producer that has reached Kafka and knows the topics; may wait, and fail
     * @param connecting where that is done
     * @param devices whose lines are sent
     * @param ticker nanoseconds that only go forward
     */
    public Publisher(
            Supplier<Producer<byte[], byte[]>> connection,
            Executor connecting,
            DeviceLines devices,
            PublishListener listener,
            Clock clock,
            LongSupplier ticker) {
        this.connection = connection;
        this.connecting = connecting;
        this.devices = devices;
        this.listener = listener;
        this.clock = clock;
        this.ticker = ticker;
        this.mayConnect = new Interval(BETWEEN_CONNECTIONS, ticker);
        this.lastProgress = ticker.getAsLong();
    }

    @Override
    public boolean hasRoom() {
        return connected() && bytesUnderway < MOST_UNDERWAY;
    }

    @Override
    public boolean wants(LogFile file) {
        return devices.mayRead(file);
    }

    boolean connected() {
        return session != null && session.failure() == null;
    }

    @Override
    public LineSink.Run begin(LogFile file) {
        return new RecordRun(file, devices, writer, clock.millis(), listener, this::send);
    }

    private void send(Stretch stretch) {
        if (underway.isEmpty()) {
            lastProgress = ticker.getAsLong();
        }
        underway.add(stretch);
        bytesUnderway += stretch.bytes();
        if (session != null) {
            stretch.sendBy(session);
        }
    }

    /** Sends a record that matters only until the next of its kind; lost if Kafka is away. */
    void sendInPassing(ProducerRecord<byte[], byte[]> record, Callback whenDone) {
        if (session != null) {
            session.send(record, whenDone);
        }
    }

    /** Takes in what Kafka acknowledged, or connects; returns 0 if there was nothing to do. */
    public int doWork() {
        int work = settle();
        if (session != null && session.failure() != null) {
            disconnect(session.failure());
        }
        if (session == null) {
            work += connect();
        }
        boolean silent = ticker.getAsLong() - lastProgress > SILENCE.toNanos() && !underway.isEmpty();
        reachable = session != null && !silent;
        return work;
    }

    /** Whether Kafka takes what it is sent. Safe to ask from any thread. */
    public boolean reachable() {
        return reachable;
    }

    /** Whether Kafka has all that was handed over. */
    public boolean isDone() {
        return underway.isEmpty();
    }

    private int settle() {
        int settled = 0;
        for (var first = underway.peek(); first != null && first.acknowledged(); first = underway.peek()) {
            underway.remove();
            bytesUnderway -= first.bytes();
            lastProgress = ticker.getAsLong();
            listener.acknowledged(first.device(), first.counts(), first.bytes());
            settled++;
        }
        return settled;
    }

    private void disconnect(@Nullable Throwable because) {
        session = null;
        listener.disconnected(because == null ? new IllegalStateException("no reason told") : because);
    }

    private int connect() {
        if (pending == null && mayConnect.isDue()) {
            pending = CompletableFuture.supplyAsync(connection, connecting);
        }
        if (pending == null || !pending.isDone()) {
            return 0;
        }
        var finished = pending;
        pending = null;
        try {
            var connected = new Session(finished.join());
            session = connected;
            listener.connected();
            underway.forEach(stretch -> stretch.sendBy(connected));
            return 1;
        } catch (CompletionException e) {
            listener.disconnected(e.getCause() == null ? e : e.getCause());
            return 0;
        }
    }

    /** Ends without waiting for what is underway. */
    public void close(Duration patience) {
        if (pending != null) {
            pending = pending.thenApply(Publisher::closed);
        }
        if (session != null) {
            session.close(patience);
        }
    }

    private static Producer<byte[], byte[]> closed(Producer<byte[], byte[]> connectedTooLate) {
        connectedTooLate.close(Duration.ZERO);
        return connectedTooLate;
    }
}
