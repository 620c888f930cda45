// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.address;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values by address prefix. A look-up visits at most as many nodes as prefixes nest around the address, however many
 * prefixes there are: a path-compressed binary trie (Morrison's PATRICIA, 1968) over the 128 bits of {@link IpAddress},
 * one for each family, so that {@code ::/0} holds no IPv4 address. Not thread-safe.
 */
public final class PrefixTrie<V> {
    private final Node<V> ipv4Root = new Node<>(0, IpAddress.ipv4Low(0), 96);
    private final Node<V> ipv6Root = new Node<>(0, 0, 0);
    private int size;

    private static final class Node<V> {
        final long high;
        final long low;
        final int bits;

        @Nullable Cidr prefix;

        @Nullable V value;

        @Nullable Node<V> zero;

        @Nullable Node<V> one;

        Node(long high, long low, int bits) {
            this.high = high;
            this.low = low;
            this.bits = bits;
        }

        @Nullable Node<V> child(boolean bit) {
            return bit ? one : zero;
        }

        void child(boolean bit, @Nullable Node<V> node) {
            if (bit) {
                one = node;
            } else {
                zero = node;
            }
        }
    }

    public int size() {
        return size;
    }

    /** Puts the value in the place of what the prefix had. */
    public void put(Cidr prefix, V value) {
        Node<V> node = nodeFor(prefix);
        if (node.prefix == null) {
            size++;
        }
        node.prefix = prefix;
        node.value = value;
    }

    /** The value of exactly this prefix. */
    public @Nullable V get(Cidr prefix) {
        Node<V> node = exactly(prefix);
        return node == null ? null : node.value;
    }

    /** Takes the prefix out; nothing happens if it is not in. */
    public void remove(Cidr prefix) {
        Node<V> node = exactly(prefix);
        if (node == null || node.prefix == null) {
            return;
        }
        node.prefix = null;
        node.value = null;
        size--;
        prune(prefix);
    }

    /** Whether a prefix that holds the address has a value that the test accepts. */
    public boolean anyCovering(long high, long low, Predicate<? super V> test) {
        Node<V> node = rootOf(IpAddress.isIpv4(high, low));
        for (; node != null && holds(node, high, low); node = next(node, high, low)) {
            if (node.value != null && test.test(node.value)) {
                return true;
            }
        }
        return false;
    }

    /** The values of all prefixes that hold this one, itself included, the widest first. */
    public List<V> covering(Cidr prefix) {
        var found = new ArrayList<V>();
        long high = prefix.network().high();
        long low = prefix.network().low();
        Node<V> node = rootOf(prefix.isIpv4());
        while (node != null && node.bits <= prefix.bits128() && holds(node, high, low)) {
            if (node.value != null) {
                found.add(node.value);
            }
            node = next(node, high, low);
        }
        return found;
    }

    /** The values of all prefixes that share an address with this one: those that hold it, and those within it. */
    public List<V> intersecting(Cidr prefix) {
        var found = new ArrayList<>(covering(prefix));
        addWithin(highestWithin(prefix), prefix, found);
        return found;
    }

    private void addWithin(@Nullable Node<V> node, Cidr prefix, List<V> found) {
        if (node == null) {
            return;
        }
        if (node.value != null && node.bits > prefix.bits128()) {
            found.add(node.value);
        }
        addWithin(node.zero, prefix, found);
        addWithin(node.one, prefix, found);
    }

    private @Nullable Node<V> highestWithin(Cidr prefix) {
        long high = prefix.network().high();
        long low = prefix.network().low();
        int bits = prefix.bits128();
        Node<V> node = rootOf(prefix.isIpv4());
        while (node != null && node.bits < bits) {
            node = holds(node, high, low) ? next(node, high, low) : null;
        }
        return node != null && sharedBits(node.high, node.low, high, low) >= bits ? node : null;
    }

    private @Nullable Node<V> exactly(Cidr prefix) {
        Node<V> node = highestWithin(prefix);
        return node != null && node.bits == prefix.bits128() ? node : null;
    }

    private Node<V> nodeFor(Cidr prefix) {
        long high = prefix.network().high();
        long low = prefix.network().low();
        int bits = prefix.bits128();
        Node<V> parent = rootOf(prefix.isIpv4());
        if (parent.bits == bits) {
            return parent;
        }
        Node<V> node = next(parent, high, low);
        while (node != null && node.bits < bits && holds(node, high, low)) {
            parent = node;
            node = next(node, high, low);
        }
        if (node == null) {
            return attach(parent, new Node<>(high, low, bits));
        }
        int shared = Math.min(Math.min(node.bits, bits), sharedBits(node.high, node.low, high, low));
        if (shared == node.bits && shared == bits) {
            return node;
        }
        return insertAbove(parent, node, new Node<>(high, low, bits), shared);
    }

    /** Puts the new node above the old one, or both under a branch where their shared bits end. */
    private Node<V> insertAbove(Node<V> parent, Node<V> old, Node<V> added, int shared) {
        if (shared == added.bits) {
            attach(parent, added);
            added.child(bit(old.high, old.low, shared), old);
            return added;
        }
        var branch = new Node<V>(added.high & maskHigh(shared), added.low & maskLow(shared), shared);
        attach(parent, branch);
        branch.child(bit(old.high, old.low, shared), old);
        branch.child(bit(added.high, added.low, shared), added);
        return added;
    }

    private Node<V> attach(Node<V> parent, Node<V> node) {
        parent.child(bit(node.high, node.low, parent.bits), node);
        return node;
    }

    /** Takes out nodes on the way to the prefix that neither hold a value nor branch; a root stays. */
    private void prune(Cidr prefix) {
        Node<V> root = rootOf(prefix.isIpv4());
        if (root.bits < prefix.bits128()) {
            long high = prefix.network().high();
            long low = prefix.network().low();
            boolean bit = bit(high, low, root.bits);
            root.child(bit, prune(root.child(bit), high, low, prefix.bits128()));
        }
    }

    private @Nullable Node<V> prune(@Nullable Node<V> node, long high, long low, int bits) {
        if (node == null || node.bits > bits || !holds(node, high, low)) {
            return node;
        }
        if (node.bits < bits) {
            boolean bit = bit(high, low, node.bits);
            node.child(bit, prune(node.child(bit), high, low, bits));
        }
        if (node.prefix != null || (node.zero != null && node.one != null)) {
            return node;
        }
        return node.zero != null ? node.zero : node.one;
    }

    private Node<V> rootOf(boolean ipv4) {
        return ipv4 ? ipv4Root : ipv6Root;
    }

    private static <V> @Nullable Node<V> next(Node<V> node, long high, long low) {
        return node.bits == 128 ? null : node.child(bit(high, low, node.bits));
    }

    private static boolean holds(Node<?> node, long high, long low) {
        return sharedBits(node.high, node.low, high, low) >= node.bits;
    }

    private static int sharedBits(long high, long low, long otherHigh, long otherLow) {
        int shared = Long.numberOfLeadingZeros(high ^ otherHigh);
        return shared < 64 ? shared : 64 + Long.numberOfLeadingZeros(low ^ otherLow);
    }

    private static boolean bit(long high, long low, int index) {
        return (index < 64 ? high >>> (63 - index) & 1 : low >>> (127 - index) & 1) != 0;
    }

    private static long maskHigh(int bits) {
        return bits == 0 ? 0 : -1L << Math.max(0, 64 - bits);
    }

    private static long maskLow(int bits) {
        return bits <= 64 ? 0 : -1L << (128 - bits);
    }
}
