// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

/**
 * Something that happens.
 *
 * @param device whose log it is done to
 * @param size how many lines, bytes or steps
 */
record Action(Act act, int device, int size) {
    enum Act {
        APPEND_LINES,
        APPEND_HALF,
        RENAME,
        RENAME_TWICE,
        COPY_AND_TRUNCATE,
        TRUNCATE,
        DELETE,
        DELETE_AND_RECREATE,
        STEP,
        PASS_A_SECOND,
        PASS_TEN_MINUTES,
        PASS_EIGHT_DAYS,
        KAFKA_GOES_AWAY,
        KAFKA_COMES_BACK,
        FOLDER_GOES_AWAY_FOR_A_SECOND,
        STOP,
        KILL,
        START,
        CRASH,
        CRASH_AND_TRUNCATE,
        CRASH_AND_DELETE
    }
}
