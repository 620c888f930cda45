// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

/** A way to write a message, which is what stands behind the syslog header: where its values are to be found. Keeps scratch space. */
interface MessageFormat {
    /** Whether a message of this format begins here: seen from a few bytes, as it is asked at several places of a line. */
    boolean beginsAt(byte[] line, int at, int end);

    /**
     * Finds the values of the message {@code [from, end)}.
     *
     * @return {@link ParseOutcome.Parsed} if it has put every value, else what the line is instead
     */
    ParseOutcome find(byte[] line, int from, int end, Values values);
}
