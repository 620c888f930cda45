// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import io.activedefense.contracts.event.FirewallEventWriter;

/**
 * Reads the lines of one device. Same bytes and arrival in, same outcome out, for any bytes whatever: what is no line of
 * this format is an outcome, never an exception.
 *
 * <p>A format keeps scratch space, so that reading a line makes no object: one instance serves one thread at a time.
 */
public interface LogFormat {
    /**
     * Reads the line {@code [from, to)}, without its line feed; a carriage return or blanks at its end are passed over.
     *
     * <p>Clears the event and, where the outcome is {@link ParseOutcome.Parsed}, sets all that the line tells, its time
     * and its arrival; the caller adds what only it knows (device, place of the line) and builds. After any other outcome
     * the event holds nothing of use.
     *
     * @param arrivalMillis when the line was read from its file: milliseconds since 1970, UTC
     */
    ParseOutcome parse(byte[] bytes, int from, int to, long arrivalMillis, FirewallEventWriter event);
}
