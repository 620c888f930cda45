// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How much the archive may take.
 *
 * @param keptFree so many bytes of the disk are left to others
 * @param most so many bytes the archive takes; absent: as many as there are
 */
public record Limits(long keptFree, @Nullable Long most) {
    /** Once short, a tenth more must be there before it goes on: else it would stop and go. */
    private static final int TENTHS = 10;

    public Limits {
        if (keptFree < 0 || (most != null && most <= 0)) {
            throw new IllegalArgumentException("limits of " + keptFree + " and " + most + " bytes are none");
        }
    }

    /** Why nothing more is filed; absent: there is room. */
    public Optional<String> shortage(long used, OptionalLong free, boolean isShort) {
        long wanted = isShort ? keptFree + keptFree / TENTHS : keptFree;
        if (free.isPresent() && free.getAsLong() < wanted) {
            return Optional.of("the disk has " + megabytes(free.getAsLong()) + " free, and " + megabytes(wanted)
                    + " are to be left");
        }
        if (most == null) {
            return Optional.empty();
        }
        long allowed = isShort ? most - most / TENTHS : most;
        return used > allowed
                ? Optional.of("it takes " + megabytes(used) + ", and may take " + megabytes(allowed))
                : Optional.empty();
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
