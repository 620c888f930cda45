// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import org.jspecify.annotations.Nullable;

/**
 * What firewalls logged of a source.
 *
 * @param allowed how many of its sessions they let through
 * @param country as they tell it; absent: they don't
 */
public record Sessions(long allowed, @Nullable String country) {
    public static final Sessions NONE = new Sessions(0, null);
}
