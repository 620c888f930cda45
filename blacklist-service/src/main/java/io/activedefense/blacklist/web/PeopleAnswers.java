// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.PeopleOutcome;
import io.micronaut.http.HttpStatus;

/** How changes of people are answered. */
final class PeopleAnswers {
    private PeopleAnswers() {}

    /**
     * What it is now.
     *
     * @param what user or group
     * @param other what it may name that has to be there
     */
    static <T> T done(PeopleOutcome<T> outcome, String what, String name, String other) {
        return switch (outcome) {
            case PeopleOutcome.Done<T> done -> done.now();
            case PeopleOutcome.Unknown<T> unknown ->
                throw problem(HttpStatus.NOT_FOUND, "There is no " + what + " " + name + ".");
            case PeopleOutcome.Taken<T> taken ->
                throw problem(HttpStatus.CONFLICT, "There is a " + what + " " + name + " already.");
            case PeopleOutcome.NoSuch<T> missing ->
                throw Requests.refused(other, missing.name(), "names of what there is");
            case PeopleOutcome.LastAdmin<T> last ->
                throw problem(
                        HttpStatus.CONFLICT,
                        "Nobody would be left with the role admin. Give it to somebody else first.");
        };
    }

    private static ProblemException problem(HttpStatus status, String detail) {
        return new ProblemException(Problem.of(status, detail));
    }
}
