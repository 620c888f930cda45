// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines in the shape that rsyslog writes them in, each beside what is to be read there. */
class ConfiguredSamplesTest {
    private final FirewallEventWriter writer = new FirewallEventWriter();
    private final LogFormat format = new ConfiguredFormat(EventTimes.of(ZoneOffset.UTC));

    static Stream<String> samples() throws IOException {
        try (var files = Files.list(folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aSampleIsReadAsExpected(String name) throws IOException {
        byte[] file = Files.readAllBytes(folder().resolve(name + ".log"));
        var outcome = format.parse(file, 0, file.length - 1, Parsing.ARRIVAL.toEpochMilli(), writer);
        String read = outcome == ParseOutcome.Parsed.PARSED ? fieldsOf(writer.build()) : outcome.label() + "\n";
        assertThat(read).isEqualTo(Files.readString(folder().resolve(name + ".expected")));
    }

    private static String fieldsOf(FirewallEvent event) {
        return """
                %s %s %s %s
                from %s port %d
                to %s port %d
                at %s by %s
                """.formatted(
                                event.logType(),
                                event.subtypeText(),
                                event.severity(),
                                event.actionText(),
                                event.source(),
                                event.sourcePort(),
                                event.destination(),
                                event.destinationPort(),
                                Instant.ofEpochMilli(event.eventTimeMillis()),
                                event.timeOrigin())
                + Stream.of(EventText.values())
                        .filter(field -> !event.text(field).isEmpty())
                        .map(field -> field + ": " + event.text(field) + "\n")
                        .collect(Collectors.joining());
    }

    private static Path folder() {
        var folder = Objects.requireNonNull(ConfiguredSamplesTest.class.getResource("/samples/configured"));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
