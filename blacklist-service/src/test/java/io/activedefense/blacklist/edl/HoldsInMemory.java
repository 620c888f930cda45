// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Holds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What is on record, without a database. */
final class HoldsInMemory implements Holds {
    private final TreeMap<String, Hold> holds = new TreeMap<>();
    private final Instant now;

    HoldsInMemory(Instant now) {
        this.now = now;
    }

    @Override
    public List<Hold> all() {
        return List.copyOf(holds.values());
    }

    @Override
    public void put(Hold hold) {
        holds.put(hold.list(), hold);
    }

    @Override
    public void end(String list) {
        holds.remove(list);
    }

    @Override
    public Optional<Hold> decide(String list, Hold.State decision, String by, String why) {
        return Optional.ofNullable(holds.computeIfPresent(
                list,
                (name, hold) -> new Hold(name, decision, hold.served(), hold.proposed(), hold.since(), now, by, why)));
    }
}
