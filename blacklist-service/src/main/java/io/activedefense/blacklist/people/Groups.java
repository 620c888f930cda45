// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import java.util.List;

/** Groups of users. None is changed so that no admin is left. */
public interface Groups {
    /** All, in the order of their names. */
    List<Group> all();

    PeopleOutcome<Group> add(Group group);

    PeopleOutcome<Group> change(Group group);

    /** Its members stay. */
    PeopleOutcome<Group> remove(String name);
}
