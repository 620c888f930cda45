// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

/**
 * Up to which event times a rule is silent for a source, in milliseconds since 1970. What is held is told once a while,
 * but keeps nothing from being listed: so there are two.
 *
 * @param untilMillis crossings up to this time are not told
 * @param heldUntilMillis crossings up to this time are not told if they would be held
 */
public record Silence(long untilMillis, long heldUntilMillis) {
    /** Nothing has fired yet. */
    public static final Silence NONE = new Silence(Long.MIN_VALUE, Long.MIN_VALUE);

    public Silence {
        heldUntilMillis = Math.max(untilMillis, heldUntilMillis);
    }
}
