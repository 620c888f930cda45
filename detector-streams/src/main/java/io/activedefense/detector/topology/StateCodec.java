// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.detector.clock.DeviceClocks;
import io.activedefense.detector.source.DetectorState;
import io.activedefense.detector.source.SightingReport;
import io.activedefense.detector.source.TrackedSource;
import io.activedefense.rules.SightingContext;
import io.activedefense.rules.SourceWindows;
import io.activedefense.rules.window.Sightings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The detector's state as changelog records, version 3. A key begins with its kind; values begin with the version. What
 * another version wrote is not understood and not guessed: it is as if it had never been seen.
 *
 * <pre>
 *  S  source group (16 bytes, u8 prefix)   i32 epoch, report (3 i64), bool detected, i64 last seen,
 *                                          u16 crossings (UTF rule, i64 time), u16 held crossings (the same),
 *                                          i32 words, the sightings' words
 *  C  i32 context number                   UTF device, UTF policy, UTF action
 *  D  UTF device                           i64 newest event time, i64 last record's time
 *  R                                       i32 reset epoch
 * </pre>
 */
final class StateCodec {
    static final byte SOURCE = 'S';
    static final byte CONTEXT = 'C';
    static final byte DEVICE = 'D';
    static final byte RESET = 'R';

    private static final byte VERSION = 3;

    private static final int SOURCE_FIXED_BYTES = 1 + 4 + 3 * 8 + 1 + 8 + 4;
    private static final byte[] NO_CROSSINGS = {0, 0, 0, 0};

    private StateCodec() {}

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] sourceKey(Cidr group) {
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + 1)
                .put(SOURCE)
                .putLong(group.network().high())
                .putLong(group.network().low())
                .put((byte) group.prefixLength())
                .array();
    }

    /** Sized before it is written: this is what a commit spends its time on. */
    static byte[] sourceValue(TrackedSource source) {
        byte[] crossings = crossings(source.windows());
        long[] words = source.windows().sightings().toWords();
        var value = ByteBuffer.allocate(SOURCE_FIXED_BYTES + crossings.length + words.length * Long.BYTES)
                .put(VERSION)
                .putInt(source.epoch())
                .putLong(source.report().reportedMillis())
                .putLong(source.report().pendingCount())
                .putLong(source.report().pendingMillis())
                .put((byte) (source.detected() ? 1 : 0))
                .putLong(source.lastSeenMillis())
                .put(crossings)
                .putInt(words.length);
        value.asLongBuffer().put(words);
        return value.array();
    }

    static byte[] contextKey(int number) {
        return bytes(CONTEXT, out -> out.writeInt(number));
    }

    static byte[] contextValue(SightingContext context) {
        return bytes(VERSION, out -> {
            out.writeUTF(context.device());
            out.writeUTF(context.policy());
            out.writeUTF(context.action());
        });
    }

    static byte[] deviceKey(String device) {
        return bytes(DEVICE, out -> out.writeUTF(device));
    }

    static byte[] deviceValue(DeviceClocks.Reading clock) {
        return bytes(VERSION, out -> {
            out.writeLong(clock.newestMillis());
            out.writeLong(clock.lastRecordMillis());
        });
    }

    static byte[] resetKey() {
        return bytes(RESET, out -> {});
    }

    static byte[] resetValue(int epoch) {
        return bytes(VERSION, out -> out.writeInt(epoch));
    }

    /**
     * Puts one changelog record back into the state.
     *
     * @return whether it is of this version
     */
    static boolean restore(DetectorState state, byte[] key, byte @Nullable [] value) {
        if (value != null && value[0] != VERSION) {
            return false;
        }
        put(state, key, value);
        return true;
    }

    private static void put(DetectorState state, byte[] key, byte @Nullable [] value) {
        switch (key[0]) {
            case SOURCE -> {
                Cidr group = read(key, StateCodec::readGroup);
                state.restore(group, value == null ? null : readSource(group, value));
            }
            case CONTEXT -> {
                if (value != null) {
                    state.contexts().restore(read(key, DataInputStream::readInt), read(value, StateCodec::readContext));
                }
            }
            case DEVICE -> {
                if (value == null) {
                    state.clocks().forget(read(key, in -> in.readUTF()));
                } else {
                    state.clocks().restore(read(key, in -> in.readUTF()), read(value, StateCodec::readClock));
                }
            }
            case RESET -> state.resetEpoch(value == null ? 0 : read(value, DataInputStream::readInt));
            default -> throw new IllegalStateException("changelog record of an unknown kind: " + key[0]);
        }
    }

    private static TrackedSource readSource(Cidr group, byte[] value) {
        return read(value, in -> {
            int epoch = in.readInt();
            var report = new SightingReport(in.readLong(), in.readLong(), in.readLong());
            boolean detected = in.readBoolean();
            long lastSeen = in.readLong();
            Map<String, Long> crossings = readCrossings(in);
            Map<String, Long> heldCrossings = readCrossings(in);
            var words = new long[in.readInt()];
            for (int i = 0; i < words.length; i++) {
                words[i] = in.readLong();
            }
            var windows = new SourceWindows(new Sightings(words), crossings, heldCrossings);
            return new TrackedSource(group, epoch, windows, report, detected, lastSeen);
        });
    }

    private static Cidr readGroup(DataInputStream in) throws IOException {
        return new Cidr(new IpAddress(in.readLong(), in.readLong()), in.readUnsignedByte());
    }

    private static SightingContext readContext(DataInputStream in) throws IOException {
        return new SightingContext(in.readUTF(), in.readUTF(), in.readUTF());
    }

    private static DeviceClocks.Reading readClock(DataInputStream in) throws IOException {
        return new DeviceClocks.Reading(in.readLong(), in.readLong());
    }

    private static byte[] crossings(SourceWindows windows) {
        return windows.hasFired()
                ? bytes(out -> {
                    writeCrossings(out, windows.crossings());
                    writeCrossings(out, windows.heldCrossings());
                })
                : NO_CROSSINGS;
    }

    private static void writeCrossings(DataOutputStream out, Map<String, Long> crossings) throws IOException {
        out.writeShort(crossings.size());
        for (var crossing : crossings.entrySet()) {
            out.writeUTF(crossing.getKey());
            out.writeLong(crossing.getValue());
        }
    }

    private static Map<String, Long> readCrossings(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        var crossings = new HashMap<String, Long>();
        for (int i = 0; i < count; i++) {
            crossings.put(in.readUTF(), in.readLong());
        }
        return crossings;
    }

    private static byte[] bytes(int first, Writing writing) {
        return bytes(out -> {
            out.writeByte(first);
            writing.to(out);
        });
    }

    private static byte[] bytes(Writing writing) {
        try {
            var bytes = new ByteArrayOutputStream();
            writing.to(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory doesn't fail
        }
    }

    /** Reads what stands behind the first byte. */
    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try {
            return reading.from(new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("changelog record is cut short", e);
        }
    }
}
