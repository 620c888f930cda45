// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers so much and no more: what was not asked for longest goes. So strangers fill no memory. Not thread-safe.
 *
 * @param <K> by which it is asked for
 * @param <V> what is remembered
 */
public final class Recent<K, V> extends LinkedHashMap<K, V> {
    @java.io.Serial
    private static final long serialVersionUID = 1;

    private final int most;

    public Recent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
