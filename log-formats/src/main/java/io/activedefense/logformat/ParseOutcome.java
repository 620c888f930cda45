// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.util.Locale;

/** What became of a line. Every outcome is a constant: telling it costs nothing, and it can be counted as it is. */
public sealed interface ParseOutcome {
    /** Bounded: fit for the label of a metric. */
    String label();

    /** The event is filled. */
    enum Parsed implements ParseOutcome {
        PARSED;

        @Override
        public String label() {
            return labelOf(this);
        }
    }

    /** Read and understood, but not our concern. */
    enum Ignored implements ParseOutcome {
        EMPTY_LINE,
        /** Neither TRAFFIC nor THREAT. */
        OTHER_LOG_TYPE;

        @Override
        public String label() {
            return labelOf(this);
        }
    }

    /** Refused: it can't be read, or not in one way only. */
    enum Malformed implements ParseOutcome {
        /** Does not begin as a line of the format does. */
        UNKNOWN_FORMAT,
        /** Does not end as a line of the format does; most likely it was cut. */
        CUT_SHORT,
        /** A key is missing or not at its place. */
        KEYS_OUT_OF_ORDER,
        /** Behind the keys of the format stands one that it does not have. */
        UNKNOWN_KEY,
        /** A quotation mark stands where none may. */
        QUOTES,
        /** A value holds text that lets the line be read in more than one way. */
        AMBIGUOUS,
        LOG_TYPE,
        SOURCE_ADDRESS,
        SOURCE_PORT,
        DESTINATION_ADDRESS,
        DESTINATION_PORT,
        TIME,
        SEVERITY,
        DIRECTION;

        @Override
        public String label() {
            return labelOf(this);
        }
    }

    private static String labelOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
