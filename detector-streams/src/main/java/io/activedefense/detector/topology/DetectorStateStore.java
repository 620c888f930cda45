// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.detector.clock.DeviceClocks;
import io.activedefense.detector.source.DetectorState;
import io.activedefense.detector.source.TrackedSource;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the detector's state on the heap and writes what changed behind it, to its changelog, once a commit.
 *
 * <p>It leans on two internals of Kafka Streams 4.3.1, because no public hook runs at the right moment: at a commit,
 * {@code StreamTask.prepareCommit} first flushes the stores that are a {@link CachedStateStore}, then the producer, and
 * only then are the offsets committed; the public {@link StateStore#commit} comes after the offsets. With exactly-once
 * the changelog, what was detected and the offsets are one transaction, so that the state is never ahead of what has
 * been told, nor behind it.
 */
final class DetectorStateStore implements StateStore, CachedStateStore<Cidr, TrackedSource> {
    private static final Logger LOG = LoggerFactory.getLogger(DetectorStateStore.class);

    private final String name;
    private final DetectorState state = new DetectorState();
    private final CommitPace pace = new CommitPace();
    private @Nullable InternalProcessorContext<?, ?> context;
    private long notUnderstood;
    private int contextsWritten = 1;
    private int resetWritten;
    private boolean open;

    DetectorStateStore(String name) {
        this.name = name;
    }

    DetectorState state() {
        return state;
    }

    /** Asked for commits, told of them. */
    CommitPace pace() {
        return pace;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext storeContext, StateStore root) {
        context = (InternalProcessorContext<?, ?>) storeContext;
        forget();
        storeContext.register(root, this::restore);
        open = true;
    }

    private void restore(byte[] key, byte @Nullable [] value) {
        if (!StateCodec.restore(state, key, value) && notUnderstood++ == 0) {
            LOG.warn("State of another version is left behind, counting starts afresh: store={}", name);
        }
        markWritten();
    }

    /** What is known so far stands in the changelog. */
    void markWritten() {
        contextsWritten = state.contexts().size();
        resetWritten = state.resetEpoch();
    }

    /** Writes what changed: first what sources refer to, then sources. */
    @Override
    public void flushCache() {
        pace.committing(
                Objects.requireNonNull(context, "Kafka calls init first").currentSystemTimeMs());
        for (; contextsWritten < state.contexts().size(); contextsWritten++) {
            log(
                    StateCodec.contextKey(contextsWritten),
                    StateCodec.contextValue(state.contexts().get(contextsWritten)));
        }
        if (resetWritten != state.resetEpoch()) {
            resetWritten = state.resetEpoch();
            log(StateCodec.resetKey(), StateCodec.resetValue(resetWritten));
        }
        state.takeChanged((group, source) ->
                log(StateCodec.sourceKey(group), source == null ? null : StateCodec.sourceValue(source)));
        for (Map.Entry<String, DeviceClocks.Reading> clock :
                state.clocks().takeChanged().entrySet()) {
            log(StateCodec.deviceKey(clock.getKey()), StateCodec.deviceValue(clock.getValue()));
        }
        for (String silent : state.clocks().forgetSilent()) {
            log(StateCodec.deviceKey(silent), null);
        }
    }

    @SuppressWarnings("NullAway") // a tombstone is null
    private void log(byte[] key, byte @Nullable [] value) {
        context.logChange(
                name,
                Bytes.wrap(key),
                value,
                context.currentSystemTimeMs(),
                new RecordHeaders(),
                Position.emptyPosition());
    }

    @Override
    public void clearCache() {
        state.takeChanged((group, source) -> {});
        state.clocks().takeChanged();
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Cidr, TrackedSource> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void close() {
        open = false;
        forget();
    }

    private void forget() {
        state.clear();
        markWritten();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
