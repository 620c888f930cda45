// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.audit.AuditLog;
import io.activedefense.blacklist.people.Groups;
import io.activedefense.blacklist.people.InitialPassword;
import io.activedefense.blacklist.people.People;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.session.SessionLimits;
import io.activedefense.blacklist.session.Sessions;
import io.activedefense.blacklist.session.SignIn;
import io.activedefense.blacklist.session.Throttle;
import io.activedefense.blacklist.token.ApiTokens;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Who may come in, and what they did. */
@Factory
@Requires(property = "datasources.default.url")
final class PeopleFactory {
    @Singleton
    InitialPassword initialPassword(
            @Property(name = "active-defense.blacklist-service.admin-password-file") Path file) {
        return new InitialPassword(file);
    }

    @Singleton
    People people(Persistence persistence) {
        return persistence.people();
    }

    @Singleton
    Groups groups(Persistence persistence) {
        return persistence.groups();
    }

    @Context
    SessionLimits sessionLimits(
            @Property(name = "active-defense.blacklist-service.session-idle", defaultValue = "PT1H") Duration idle,
            @Property(name = "active-defense.blacklist-service.session-longest", defaultValue = "PT12H")
                    Duration longest) {
        return new SessionLimits(idle, longest);
    }

    @Singleton
    Sessions sessions(Persistence persistence, SessionLimits limits) {
        return persistence.sessions(limits);
    }

    @Singleton
    SignIn signIn(People people, Sessions sessions) {
        return new SignIn(people, sessions, new Throttle(), Clock.systemUTC());
    }

    @Singleton
    ApiTokens apiTokens(Persistence persistence) {
        return persistence.apiTokens();
    }

    @Singleton
    AuditLog auditLog(Persistence persistence) {
        return persistence.auditLog();
    }
}
