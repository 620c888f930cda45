// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import java.util.Locale;

/** Why an event moved no rule. */
public enum IgnoredReason {
    /** Its source is not external. */
    NOT_EXTERNAL,
    /** No rule looks at such events. */
    NOT_COUNTED,
    /** It was seen before its source was released. */
    SEEN_BEFORE_RELEASE,
    /** What fired touches an address that is never listed. */
    NEVER_LISTED,
    /** It is no event that is known here, and among the dead letters. */
    UNREADABLE;

    /** As metrics and status name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
