// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasurementTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path logs;

    private StandInProduct product;

    @BeforeEach
    void start() throws IOException {
        product = new StandInProduct(logs);
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void latencyIsToldIdlingAndUnderLoad() {
        int exit = run(new LatencyCommand(), "--runs", "3", "--idle", "1", "--rate", "50", "--warm-up", "0");
        assertThat(out.toString())
                .containsPattern("idling: p50 \\d+ ms, p90 \\d+ ms, p99 \\d+ ms, longest \\d+ ms, of 3")
                .containsPattern("at \\d+ lines/s: p50 \\d+ ms, .*, of 3");
        assertThat(exit).isZero();
    }

    @Test
    void throughputIsToldAndEveryPlantedSourceFound() {
        int exit = run(new ThroughputCommand(), "--lines", "20000");
        assertThat(out.toString())
                .containsPattern(
                        "File to list: 20,000 lines in .* s, .* lines/s; of \\d+ planted sources 0 are missing");
        assertThat(exit).isZero();
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() {
        var error = new StringWriter();
        int exit = new CommandLine(new LatencyCommand())
                .setErr(new PrintWriter(error, true))
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    commandLine.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(
                        "--logs",
                        logs.resolve("none").toString(),
                        "--edl",
                        product.edl().toString());
        assertThat(exit).isNotZero();
        assertThat(error.toString()).contains("--logs: ").contains("is not a folder that can be written");
    }

    private int run(Object command, String... options) {
        List<String> all = new ArrayList<>(
                List.of("--logs", logs.toString(), "--edl", product.edl().toString()));
        all.addAll(List.of(options));
        return new CommandLine(command).setOut(new PrintWriter(out, true)).execute(all.toArray(String[]::new));
    }
}
