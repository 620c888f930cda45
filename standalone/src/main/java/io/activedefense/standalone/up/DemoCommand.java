// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the product over made-up traffic, in a folder that is gone afterwards. */
@Command(
        name = "demo",
        description = "Runs everything over made-up traffic, in a folder that is removed at the end. Ctrl-C stops it.")
@SuppressWarnings("NullAway.Init")
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HttpOptions http;

    /** Run by the command line. */
    public DemoCommand() {}

    @Override
    public Integer call() throws Exception {
        var serving = http.serving();
        serving.refuseBusy();
        var traffic = new DemoTraffic();
        var data = Files.createTempDirectory("active-defense-demo-");
        var plan = new Plan(data, new LogFolder.InData(), serving, null, null);
        new ForegroundRun(plan, traffic, spec.commandLine().getOut()).untilStopped();
        return spec.exitCodeOnSuccess();
    }
}
