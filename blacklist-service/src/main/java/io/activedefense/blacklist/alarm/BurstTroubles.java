// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import io.activedefense.blacklist.entry.Bursts;
import io.activedefense.blacklist.entry.Bursts.Ongoing;
import java.util.List;

/** Tells of a burst of new entries. */
public final class BurstTroubles implements Troubles {
    private final Bursts bursts;

    public BurstTroubles(Bursts bursts) {
        this.bursts = bursts;
    }

    @Override
    public String source() {
        return "burst guard";
    }

    @Override
    public List<Trouble> found() {
        return bursts.now().map(BurstTroubles::of).stream().toList();
    }

    private static Trouble of(Ongoing burst) {
        String held = burst.holding() ? "; new entries of port and IP scans wait in the review queue" : "";
        return new Trouble(
                "burst",
                "blacklist",
                "more than " + burst.entries() + " new entries in " + burst.minutes() + " minutes since "
                        + burst.since() + held,
                "See what the new entries have in common: a setting, a new device, a spoofed flood. What a rule has"
                        + " listed since a time can be taken back as a whole.");
    }
}
