// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import java.util.List;

/** A part that can tell what is wrong with what it looks after. Every bean of this kind is asked. */
public interface Troubles {
    /** The name of the part; no two have the same. */
    String source();

    /**
     * All that is wrong now. Asked every few seconds: it answers from memory, or asks the database little. Where it throws,
     * nobody knows, and its alarms stand as they did.
     */
    List<Trouble> found();
}
