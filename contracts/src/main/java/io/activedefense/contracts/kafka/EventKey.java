// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;

/**
 * The key of an event: the four bytes of an IPv4 source, or the upper eight of an IPv6 one, so that everything that
 * one attacker can send from stands in one partition.
 */
public final class EventKey {
    private EventKey() {}

    public static byte[] of(FirewallEvent event) {
        long high = event.sourceHigh();
        long low = event.sourceLow();
        return IpAddress.isIpv4(high, low) ? bigEndian(low, 4) : bigEndian(high, 8);
    }

    /** Whether this is the event's key; makes no object. */
    public static boolean isOf(FirewallEvent event, byte[] key) {
        long high = event.sourceHigh();
        long low = event.sourceLow();
        return IpAddress.isIpv4(high, low) ? isBigEndian(low, 4, key) : isBigEndian(high, 8, key);
    }

    private static boolean isBigEndian(long bits, int length, byte[] key) {
        if (key.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key[i] != (byte) (bits >>> (8 * (length - 1 - i)))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bigEndian(long bits, int length) {
        var key = new byte[length];
        for (int i = 0; i < length; i++) {
            key[i] = (byte) (bits >>> (8 * (length - 1 - i)));
        }
        return key;
    }
}
