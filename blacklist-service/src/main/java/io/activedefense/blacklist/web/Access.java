// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.Role;

/** What a call needs. */
enum Access {
    /** Nothing: who comes is not asked, or is asked by what answers. */
    OPEN,
    /** To be signed in, also with a password that has to be changed. */
    ANY_SESSION,
    /** To be signed in; a token is not enough. */
    SESSION,
    VIEWER,
    OPERATOR,
    ADMIN,
    /** An admin who is signed in: no program makes users or tokens. */
    ADMIN_SESSION;

    boolean admits(Caller caller) {
        return switch (this) {
            case OPEN -> true;
            case ANY_SESSION, SESSION -> caller.session() != null;
            case VIEWER -> caller.role().covers(Role.VIEWER);
            case OPERATOR -> caller.role().covers(Role.OPERATOR);
            case ADMIN -> caller.role().covers(Role.ADMIN);
            case ADMIN_SESSION -> caller.session() != null && caller.role().covers(Role.ADMIN);
        };
    }

    /** Whether who was given a password by another one may do it before changing it. */
    boolean comesFirst() {
        return this == OPEN || this == ANY_SESSION;
    }
}
