// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.activedefense.bench.oracle.ExternalAddresses;
import io.activedefense.bench.oracle.Firing;
import io.activedefense.bench.oracle.RulesByDefinition;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.logformat.EventTimes;
import io.activedefense.logformat.LogFormats;
import io.activedefense.logformat.ParseOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the product does, as slowly as can be: with every question it judges all the logs anew, by definition. */
final class StandInProduct implements AutoCloseable {
    private final Path logs;
    private final HttpServer server;
    private final RulesByDefinition rules =
            new RulesByDefinition(DefenseSettings.DEFAULTS, new ExternalAddresses(List.of()));

    StandInProduct(Path logs) throws IOException {
        this.logs = logs;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/list", this::answer);
        server.start();
    }

    URI edl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/list");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = rules.firings(events(), Duration.ofMinutes(10)).stream()
                .map(Firing::source)
                .distinct()
                .map(source -> source + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private List<FirewallEvent> events() throws IOException {
        var format = LogFormats.recognised(EventTimes.of(ZoneId.systemDefault()));
        var writer = new FirewallEventWriter();
        List<FirewallEvent> events = new ArrayList<>();
        try (var files = Files.newDirectoryStream(logs, "*.log")) {
            for (Path file : files) {
                long arrival = Files.getLastModifiedTime(file).toMillis();
                for (String line : Files.readAllLines(file)) {
                    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                    if (format.parse(bytes, 0, bytes.length, arrival, writer) == ParseOutcome.Parsed.PARSED) {
                        events.add(
                                writer.text(EventText.DEVICE, file.getFileName().toString())
                                        .build());
                    }
                }
            }
        }
        return events;
    }
}
