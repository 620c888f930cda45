// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.address.Cidr;
import java.security.SecureRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sources by their group. There may be millions, most of them seen once, so a source costs one reference here and its
 * group is not a second object: open addressing with linear probing, and removal that leaves no gaps (Knuth, The Art of
 * Computer Programming 3, 6.4, algorithms L and R). Not thread-safe.
 */
final class SourceTable {
    private static final int FEWEST_SLOTS = 16;
    private static final long SEED = new SecureRandom().nextLong();

    private @Nullable TrackedSource[] slots = new @Nullable TrackedSource[FEWEST_SLOTS];
    private int size;

    @Nullable TrackedSource get(Cidr group) {
        return slots[slotOf(group.network().high(), group.network().low(), group.prefixLength())];
    }

    /** What is in the table under that source's group. */
    @Nullable TrackedSource like(TrackedSource source) {
        return slots[slotOf(source)];
    }

    /** Puts the source in; gives back what was there of its group. */
    @Nullable TrackedSource put(TrackedSource source) {
        int slot = slotOf(source);
        TrackedSource before = slots[slot];
        if (before == null) {
            size++;
        }
        slots[slot] = source;
        if (3L * size > 2L * slots.length) {
            rehash(2 * slots.length);
        }
        return before;
    }

    void remove(TrackedSource source) {
        int gap = slotOf(source);
        if (slots[gap] == null) {
            return;
        }
        size--;
        slots[gap] = null;
        int slot = next(gap);
        for (TrackedSource moved = slots[slot]; moved != null; moved = slots[slot]) {
            if (isReachedOver(gap, slot, firstSlot(moved.high(), moved.low()))) {
                slots[gap] = moved;
                slots[slot] = null;
                gap = slot;
            }
            slot = next(slot);
        }
        if (8L * size < slots.length && slots.length > FEWEST_SLOTS) {
            rehash(slots.length / 4);
        }
    }

    int size() {
        return size;
    }

    void forEach(Consumer<TrackedSource> taker) {
        for (TrackedSource source : slots) {
            if (source != null) {
                taker.accept(source);
            }
        }
    }

    void clear() {
        slots = new @Nullable TrackedSource[FEWEST_SLOTS];
        size = 0;
    }

    /** Whether who looks for the source in {@code slot}, beginning at {@code first}, comes past the gap. */
    private boolean isReachedOver(int gap, int slot, int first) {
        return ((slot - first) & (slots.length - 1)) >= ((slot - gap) & (slots.length - 1));
    }

    private void rehash(int length) {
        var before = slots;
        slots = new @Nullable TrackedSource[Math.max(FEWEST_SLOTS, length)];
        for (TrackedSource source : before) {
            if (source != null) {
                slots[slotOf(source)] = source;
            }
        }
    }

    private int slotOf(TrackedSource source) {
        return slotOf(source.high(), source.low(), source.prefixLength());
    }

    /** Where the group stands, or the empty slot where it would. */
    private int slotOf(long high, long low, int prefixLength) {
        int slot = firstSlot(high, low);
        TrackedSource other = slots[slot];
        while (other != null && !other.isOf(high, low, prefixLength)) {
            slot = next(slot);
            other = slots[slot];
        }
        return slot;
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /** The finalizer of MurmurHash3 (Austin Appleby), over a seed that nobody can choose addresses for. */
    private int firstSlot(long high, long low) {
        long hash = high * 0x9e37_79b9_7f4a_7c15L ^ low ^ SEED;
        hash = (hash ^ hash >>> 33) * 0xff51_afd7_ed55_8ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
        return (int) (hash ^ hash >>> 33) & (slots.length - 1);
    }
}
