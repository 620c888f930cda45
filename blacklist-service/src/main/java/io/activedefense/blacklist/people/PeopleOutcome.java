// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

/**
 * What became of a change of users or groups.
 *
 * @param <T> what is changed
 */
public sealed interface PeopleOutcome<T> {
    /** It is as wanted. */
    record Done<T>(T now) implements PeopleOutcome<T> {}

    /** There is none of that name. */
    record Unknown<T>() implements PeopleOutcome<T> {}

    /** There is one of that name already. */
    record Taken<T>() implements PeopleOutcome<T> {}

    /** A user or group that it names is not there. */
    record NoSuch<T>(String name) implements PeopleOutcome<T> {}

    /** Nobody would be left who may change people: nothing was changed. */
    record LastAdmin<T>() implements PeopleOutcome<T> {}
}
