// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The alarms there are and were. */
public interface Alarms {
    /**
     * Makes a part's alarms agree with what it found: a trouble that stands already is not raised again, and an alarm
     * whose trouble is gone is cleared.
     *
     * @param source the part
     * @param found all that is wrong with it
     * @param lasting whether a trouble has lasted long enough to be raised
     */
    void agree(String source, List<Trouble> found, Predicate<Trouble> lasting);

    /**
     * Alarms, the latest first.
     *
     * @param standing only those whose trouble is not over
     * @param before only those raised before this one; absent: from the latest
     */
    List<Alarm> latest(boolean standing, @Nullable Long before, int limit);

    /** How many stand that nobody has taken note of. */
    long unnoticed();

    /** Notes that an operator knows of it; the first one counts. Absent: there is no such alarm. */
    Optional<Alarm> acknowledge(long id, String by);
}
