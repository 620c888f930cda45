// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The fewest prefixes that cover what was added, and not one address more. They never overlap: what lies in another is
 * dropped, and two halves become their whole, unless that would be wider than a list may hold.
 */
final class MergedCidrs {
    private final TreeSet<Cidr> lines = new TreeSet<>();
    private final Narrowness narrowness;

    /** @param narrowness tells how wide a merged prefix may become */
    MergedCidrs(Narrowness narrowness) {
        this.narrowness = narrowness;
    }

    void add(Cidr added) {
        if (lineOf(added).isPresent()) {
            return;
        }
        removeInside(added);
        Cidr whole = added;
        Optional<Cidr> half = otherHalf(whole);
        while (half.isPresent() && lines.remove(half.get())) {
            whole = Cidr.around(whole.network(), whole.prefixLength() - 1);
            half = otherHalf(whole);
        }
        lines.add(whole);
    }

    /** Whether adding it makes no further line. */
    boolean costsNothing(Cidr address) {
        Cidr next = lines.ceiling(address);
        return lineOf(address).isPresent()
                || (next != null && address.contains(next))
                || otherHalf(address).filter(lines::contains).isPresent();
    }

    /** The prefix that covers this one. As none overlap, only the last one before it can. */
    Optional<Cidr> lineOf(Cidr address) {
        return Optional.ofNullable(lines.floor(address)).filter(line -> line.contains(address));
    }

    int size() {
        return lines.size();
    }

    /** In address order. */
    List<Cidr> lines() {
        return List.copyOf(lines);
    }

    private void removeInside(Cidr outer) {
        for (Cidr next = lines.ceiling(outer); next != null && outer.contains(next); next = lines.ceiling(outer)) {
            lines.remove(next);
        }
    }

    /** What makes a whole with it; nothing, if that whole would be too wide. */
    private Optional<Cidr> otherHalf(Cidr half) {
        int parentLength = half.prefixLength() - 1;
        if (parentLength < 0 || !narrowness.allows(half.isIpv4(), parentLength)) {
            return Optional.empty();
        }
        int behind = 128 - half.bits128();
        IpAddress network = half.network();
        return Optional.of(new Cidr(
                behind < 64
                        ? new IpAddress(network.high(), network.low() ^ 1L << behind)
                        : new IpAddress(network.high() ^ 1L << (behind - 64), network.low()),
                half.prefixLength()));
    }
}
