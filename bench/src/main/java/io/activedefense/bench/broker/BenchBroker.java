// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.broker;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.standalone.broker.Broker;
import io.activedefense.standalone.broker.BrokerProgram;
import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.data.Ports;
import io.activedefense.standalone.data.Trees;
import java.nio.file.Files;
import java.nio.file.Path;

/** The product's own broker, for one measurement. */
public final class BenchBroker {
    private BenchBroker() {}

    /** What is measured on it. */
    @FunctionalInterface
    public interface Measurement {
        /**
         * Measures.
         *
         * @param scratch an empty folder for the measurement's own files
         */
        void on(KafkaConnection kafka, Path scratch) throws Exception;
    }

    /** Starts a broker in a folder of its own, and removes both when the measurement is over. */
    public static void use(Measurement measurement) throws Exception {
        Path folder = Files.createTempDirectory("active-defense-bench");
        try (var data = DataFolder.open(folder.resolve("data"))) {
            var broker = Broker.of(data, Ports.rememberedIn(folder.resolve("ports")), BrokerProgram.installed());
            try {
                broker.start();
                measurement.on(
                        KafkaConnection.to(broker.bootstrapServers()),
                        Files.createDirectory(folder.resolve("scratch")));
            } finally {
                broker.stop();
            }
        } finally {
            Trees.delete(folder);
        }
    }
}
