// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import java.io.Serial;

/** Ends a request with a {@link Problem} of the one who asked. */
final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
