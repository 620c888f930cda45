// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.blacklist.postgres.DatabaseException;
import io.activedefense.blacklist.postgres.PasswordReset;
import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.database.Postgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a user another password while the product runs. */
@Command(
        name = "reset-password",
        description = "Prints a new password for a user, to be changed at the next sign-in, and signs the user out"
                + " everywhere. 'up' must be running on the data folder.")
@SuppressWarnings("NullAway.Init")
public final class ResetPasswordCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "USER", description = "Name of the user")
    private String user;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The data folder of 'up'; default: ${DEFAULT-VALUE}")
    private Path data;

    /** Run by the command line. */
    public ResetPasswordCommand() {}

    @Override
    public Integer call() throws Exception {
        var database = Postgres.runningIn(data);
        try {
            var reset = new PasswordReset(
                    database.url(), database.user(), database.password().value(), Clock.systemUTC());
            spec.commandLine()
                    .getOut()
                    .println(reset.of(user).orElseThrow(() -> new CannotStartException("There is no user " + user)));
        } catch (DatabaseException e) {
            throw new CannotStartException(e.getMessage() + "; is 'up' running on " + data + "?", e);
        }
        return spec.exitCodeOnSuccess();
    }
}
