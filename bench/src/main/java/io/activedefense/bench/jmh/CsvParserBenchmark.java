// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The same as {@link ParserBenchmark} over lines as PAN-OS writes them by default. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 6, time = 2)
@OperationsPerInvocation(Traffic.LINES)
public class CsvParserBenchmark {
    private final byte[][] lines = Traffic.csvTexts();
    private final OurParser ours = new OurParser();
    private final CsvParsers csv = new CsvParsers();

    @Benchmark
    public void csvFormat(Blackhole sink) {
        for (byte[] line : lines) {
            sink.consume(ours.parse(line));
        }
    }

    @Benchmark
    public void regularExpression(Blackhole sink) {
        for (byte[] line : lines) {
            sink.consume(csv.parseByRegularExpression(line));
        }
    }

    @Benchmark
    public void splitAtCommas(Blackhole sink) {
        for (byte[] line : lines) {
            sink.consume(csv.parseBySplitting(line));
        }
    }
}
