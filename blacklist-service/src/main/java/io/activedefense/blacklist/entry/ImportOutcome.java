// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import java.util.List;

/** What became of a list of additions. */
public sealed interface ImportOutcome {
    /**
     * All of them are on the list.
     *
     * @param added that were not listed before
     * @param listedBefore that were, and stay as they were
     */
    record Imported(int added, int listedBefore) implements ImportOutcome {}

    /** Not one was listed. */
    record Refused(List<Fault> faults) implements ImportOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong with one of them.
     *
     * @param index in the list
     * @param field that is not accepted
     * @param value that it has
     * @param accepted what would be
     */
    record Fault(int index, String field, String value, String accepted) {}
}
