// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.broker;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.standalone.broker.Broker;
import io.activedefense.standalone.broker.BrokerProgram;
import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.data.Ports;
import io.activedefense.standalone.data.Trees;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that measures on the product's own broker: one that is started for it, in a folder of its own, and thrown
 * away with it.
 */
public abstract class BrokerMeasurement implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Measures.
     *
     * @param scratch an empty folder for the measurement's own files
     * @param out for the figures
     */
    protected abstract void measure(KafkaConnection kafka, Path scratch, PrintWriter out) throws Exception;

    @Override
    public final Integer call() throws Exception {
        Path folder = Files.createTempDirectory("active-defense-bench");
        try (var data = DataFolder.open(folder.resolve("data"))) {
            var broker = Broker.of(data, Ports.rememberedIn(folder.resolve("ports")), BrokerProgram.installed());
            try {
                broker.start();
                measure(
                        KafkaConnection.to(broker.bootstrapServers()),
                        Files.createDirectory(folder.resolve("scratch")),
                        spec.commandLine().getOut());
            } finally {
                broker.stop();
            }
        } finally {
            Trees.delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }
}
