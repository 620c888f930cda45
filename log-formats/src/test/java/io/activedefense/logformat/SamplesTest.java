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
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines in the shape that rsyslog writes them in, a folder a format, each beside what is to be read there. */
class SamplesTest {
    private static final EventTimes UTC = EventTimes.of(ZoneOffset.UTC);

    private final FirewallEventWriter writer = new FirewallEventWriter();

    static Stream<Arguments> samples() throws IOException {
        var samples = new ArrayList<Arguments>();
        for (String format : LogFormats.names()) {
            try (var files = Files.list(folder(format))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".log"))
                        .map(name -> name.substring(0, name.length() - ".log".length()))
                        .sorted()
                        .forEach(name -> samples.add(Arguments.of(format, name)));
            }
        }
        return samples.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("samples")
    void aSampleIsReadAsExpected(String format, String name) throws IOException {
        String expected = Files.readString(folder(format).resolve(name + ".expected"));
        byte[] file = Files.readAllBytes(folder(format).resolve(name + ".log"));
        assertThat(read(LogFormats.named(format, UTC), file)).isEqualTo(expected);
        if (!name.startsWith("other-format-")) {
            assertThat(read(LogFormats.recognised(UTC), file)).as("recognised").isEqualTo(expected);
        }
    }

    private String read(LogFormat format, byte[] file) {
        var outcome = format.parse(file, 0, file.length - 1, Parsing.ARRIVAL.toEpochMilli(), writer);
        return outcome == ParseOutcome.Parsed.PARSED ? fieldsOf(writer.build()) : outcome.label() + "\n";
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
                + (event.serverToClient() ? "server to client\n" : "")
                + Stream.of(EventText.values())
                        .filter(field -> !event.text(field).isEmpty())
                        .map(field -> field + ": " + event.text(field) + "\n")
                        .collect(Collectors.joining());
    }

    private static Path folder(String format) {
        var folder = Objects.requireNonNull(SamplesTest.class.getResource("/samples/" + format));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
