// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.people.Group;
import io.activedefense.blacklist.people.Groups;
import io.activedefense.blacklist.people.PeopleOutcome;
import io.activedefense.blacklist.people.PeopleOutcome.Done;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Groups in their table. */
public final class PostgresGroups implements Groups {
    private final Database database;
    private final Clock clock;

    PostgresGroups(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Group> all() {
        return database.read(connection -> new GroupTable(connection).all());
    }

    @Override
    public PeopleOutcome<Group> add(Group group) {
        return PeopleChange.in(database, connection -> {
            var groups = new GroupTable(connection);
            if (groups.find(group.name()).isPresent()) {
                return new PeopleOutcome.Taken<>();
            }
            return PeopleChange.unlessMissing(groups.firstMissing("app_user", group.members()), () -> {
                groups.add(group, now());
                return group;
            });
        });
    }

    @Override
    public PeopleOutcome<Group> change(Group group) {
        return PeopleChange.in(database, connection -> {
            var groups = new GroupTable(connection);
            if (groups.find(group.name()).isEmpty()) {
                return new PeopleOutcome.Unknown<>();
            }
            return PeopleChange.unlessMissing(groups.firstMissing("app_user", group.members()), () -> {
                groups.change(group);
                return group;
            });
        });
    }

    @Override
    public PeopleOutcome<Group> remove(String name) {
        return PeopleChange.in(database, connection -> {
            var groups = new GroupTable(connection);
            Optional<Group> there = groups.find(name);
            if (there.isEmpty()) {
                return new PeopleOutcome.Unknown<>();
            }
            groups.remove(name);
            return new Done<>(there.get());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
