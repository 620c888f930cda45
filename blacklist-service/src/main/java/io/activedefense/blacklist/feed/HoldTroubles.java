// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.alarm.Troubles;
import java.util.List;

/** Versions of lists that wait for an operator's word. Where the last one is to be kept, somebody knows. */
public final class HoldTroubles implements Troubles {
    private final Holds holds;

    public HoldTroubles(Holds holds) {
        this.holds = holds;
    }

    @Override
    public String source() {
        return "lists";
    }

    @Override
    public List<Trouble> found() {
        return holds.all().stream()
                .filter(hold -> hold.state() == Hold.State.WAITING)
                .map(HoldTroubles::trouble)
                .toList();
    }

    private static Trouble trouble(Hold hold) {
        return new Trouble(
                "list-shrunk",
                hold.list(),
                "It would drop from " + hold.served() + " to " + hold.proposed()
                        + " entries. The last version is served, and nothing new, until an operator decides.",
                "See why so many are released. Approve the smaller list, or keep the last one and undo the releases.");
    }
}
