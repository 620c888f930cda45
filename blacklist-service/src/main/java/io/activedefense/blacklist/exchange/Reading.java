// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.exchange;

import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of entries, as read.
 *
 * @param entries what could be read
 * @param faults what could not
 */
public record Reading(List<Line> entries, List<LineFault> faults) {
    public Reading {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /**
     * An entry of the file.
     *
     * @param line from 1
     * @param comment behind the address, if any
     * @param expiresAt if it has a time of its own
     */
    public record Line(
            int line,
            Cidr address,
            @Nullable String comment,
            @Nullable Instant expiresAt) {}

    /**
     * A line that is not accepted.
     *
     * @param line from 1
     * @param field of it
     * @param value that it has
     * @param accepted what would be
     */
    public record LineFault(int line, String field, String value, String accepted) {}
}
