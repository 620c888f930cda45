// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the password at start, so that its file is there before the first request. */
@Factory
final class GateFactory {
    @Context
    AdminPassword adminPassword(
            @Property(name = "active-defense.blacklist-service.admin-password-file") Path passwordFile)
            throws IOException {
        return AdminPassword.in(passwordFile);
    }
}
