// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone;

import io.activedefense.standalone.backtest.BacktestCommand;
import io.activedefense.standalone.replay.ReplayCommand;
import io.activedefense.standalone.rsyslog.RsyslogConfigCommand;
import io.activedefense.standalone.up.DemoCommand;
import io.activedefense.standalone.up.ResetPasswordCommand;
import io.activedefense.standalone.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code activedefense}: what it was asked for is done by its subcommands. */
@Command(
        name = "activedefense",
        description =
                "Finds hosts that scan or attack in firewall logs and publishes the list that the firewalls block.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ResetPasswordCommand.class,
            ReplayCommand.class,
            BacktestCommand.class,
            RsyslogConfigCommand.class,
            CommandLine.HelpCommand.class
        })
public final class ActiveDefense implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ActiveDefense() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command as {@link #main} runs it: a mistake becomes one line on standard error. */
    public static CommandLine commandLine() {
        return new CommandLine(new ActiveDefense())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((mistake, args) -> {
                    mistake.getCommandLine().getErr().println(oneLine(mistake));
                    return mistake.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
                })
                .setExecutionExceptionHandler((failure, command, result) -> {
                    command.getErr().println(oneLine(failure));
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; 'activedefense help' lists it");
    }

    private static String oneLine(Exception failure) {
        var message = failure.getMessage();
        return (message == null ? failure.toString() : message).replaceAll("\\s*\\R\\s*", " ");
    }
}
