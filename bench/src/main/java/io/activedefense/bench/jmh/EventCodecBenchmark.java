// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.json.Json;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The event's fixed layout beside JSON: writing an event down, and reading from it what the rules need. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 6, time = 2)
@OperationsPerInvocation(Traffic.LINES)
public class EventCodecBenchmark {
    private final FirewallEventWriter writer = new FirewallEventWriter();
    private final ObjectWriter jsonWriter = Json.TOLERANT.writerFor(JsonEvent.class);
    private final ObjectReader jsonReader = Json.TOLERANT.readerFor(JsonEvent.class);

    private final FirewallEvent[] events = Traffic.events();
    private final JsonEvent[] records = new JsonEvent[Traffic.LINES];
    private final byte[][] layoutBytes = new byte[Traffic.LINES][];
    private final byte[][] jsonBytes = new byte[Traffic.LINES][];

    @Setup
    public void encodeAll() throws IOException {
        for (int i = 0; i < Traffic.LINES; i++) {
            records[i] = JsonEvent.of(events[i]);
            layoutBytes[i] = events[i].bytes();
            jsonBytes[i] = jsonWriter.writeValueAsBytes(records[i]);
        }
    }

    /** From the same record of strings, so that both pay for the text and neither for parsing the line. */
    @Benchmark
    public void encodeLayout(Blackhole sink) {
        for (int i = 0; i < Traffic.LINES; i++) {
            FirewallEvent event = events[i];
            JsonEvent record = records[i];
            writer.clear()
                    .logType(record.logType())
                    .severity(record.severity())
                    .action(record.action())
                    .subtype(record.subtype())
                    .time(record.eventTime(), record.timeOrigin())
                    .arrival(record.arrival())
                    .source(event.sourceHigh(), event.sourceLow(), record.sourcePort())
                    .destination(event.destinationHigh(), event.destinationLow(), record.destinationPort())
                    .line(
                            record.line().file(),
                            record.line().offset(),
                            record.line().length())
                    .text(EventText.DEVICE, record.device())
                    .text(EventText.SOURCE_USER, record.sourceUser())
                    .text(EventText.SOURCE_LOCATION, record.sourceLocation())
                    .text(EventText.DESTINATION_LOCATION, record.destinationLocation())
                    .text(EventText.RULE_NAME, record.ruleName())
                    .text(EventText.RULE_ID, record.ruleId())
                    .text(EventText.THREAT_NAME, record.threatName())
                    .text(EventText.THREAT_ID, record.threatId());
            sink.consume(writer.build().bytes());
        }
    }

    @Benchmark
    public void encodeJson(Blackhole sink) throws IOException {
        for (JsonEvent event : records) {
            sink.consume(jsonWriter.writeValueAsBytes(event));
        }
    }

    @Benchmark
    public void readRuleFieldsFromLayout(Blackhole sink) {
        for (byte[] bytes : layoutBytes) {
            var event = FirewallEvent.of(bytes);
            sink.consume(event.logType());
            sink.consume(event.severity());
            sink.consume(event.eventTimeMillis());
            sink.consume(event.sourceHigh());
            sink.consume(event.sourceLow());
            sink.consume(event.destinationHigh());
            sink.consume(event.destinationLow());
            sink.consume(event.destinationPort());
        }
    }

    @Benchmark
    public void readRuleFieldsFromJson(Blackhole sink) throws IOException {
        for (byte[] bytes : jsonBytes) {
            JsonEvent event = jsonReader.readValue(bytes);
            sink.consume(event.logType());
            sink.consume(event.severity());
            sink.consume(event.eventTime());
            sink.consume(IpAddress.parse(event.source()));
            sink.consume(IpAddress.parse(event.destination()));
            sink.consume(event.destinationPort());
        }
    }

    /** The best that JSON can do: only the needed fields, by the streaming parser, and no record. */
    @Benchmark
    public void readRuleFieldsFromJsonStream(Blackhole sink) throws IOException {
        for (byte[] bytes : jsonBytes) {
            try (JsonParser parser = Json.TOLERANT.getFactory().createParser(bytes)) {
                while (parser.nextToken() != null) {
                    if (parser.currentToken() == JsonToken.FIELD_NAME) {
                        readIfNeeded(parser, sink);
                    }
                }
            }
        }
    }

    private static void readIfNeeded(JsonParser parser, Blackhole sink) throws IOException {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
            case "logType" -> sink.consume(LogType.valueOf(parser.getText()));
            case "severity" -> sink.consume(parser.getText());
            case "eventTime" -> sink.consume(parser.getLongValue());
            case "source", "destination" -> sink.consume(IpAddress.parse(parser.getText()));
            case "destinationPort" -> sink.consume(parser.getIntValue());
            default -> parser.skipChildren();
        }
    }
}
