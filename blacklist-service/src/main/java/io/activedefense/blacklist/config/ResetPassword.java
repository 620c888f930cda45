// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.postgres.DatabaseException;
import io.activedefense.blacklist.postgres.PasswordReset;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gives a user another password, by the database that the service is told to use. */
public final class ResetPassword {
    private ResetPassword() {}

    /**
     * Prints it.
     *
     * @param setting of the service, by name
     * @return the status of the command: 0, or 1 if there is no such user or no database
     */
    public static int of(String user, UnaryOperator<String> setting, PrintStream out, PrintStream err) {
        var reset = new PasswordReset(
                setting.apply("datasources.default.url"),
                setting.apply("datasources.default.username"),
                setting.apply("datasources.default.password"),
                Clock.systemUTC());
        try {
            Optional<String> password = reset.of(user);
            password.ifPresentOrElse(out::println, () -> err.println("There is no user " + user));
            return password.isPresent() ? 0 : 1;
        } catch (DatabaseException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
