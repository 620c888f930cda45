// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.status.DetectorStatus;
import io.activedefense.detector.Events;
import io.activedefense.detector.settings.SettingsHolder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The metrics that the reference lists are those that a scrape shows. */
class MetricsReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference", "metrics.md");
    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) (.*)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (.*)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)\\{(.*)} .*");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DetectorMeters meters = new DetectorMeters(registry);

    @Test
    void theReferenceListsWhatAScrapeShows() throws IOException {
        everythingHappensOnce();
        String section = "## Detector\n" + table(registry.scrape());
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(REFERENCE, replaced(Files.readString(REFERENCE), section));
        }
        assertThat(Files.readString(REFERENCE))
                .as("out of date; write it anew with: mvn -pl detector-streams -am test"
                        + " -Dtest=MetricsReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dreference.write=true")
                .contains(section);
    }

    private void everythingHappensOnce() {
        var settings = new SettingsHolder();
        settings.put(DefenseSettings.DEFAULTS);
        meters.follow(settings);
        meters.tasks().told(DetectorStatus.ofNothing(0, 1, true, Events.NOON));
        meters.detected("port-scan", Disposition.LIST, 1);
        meters.restored(Duration.ofSeconds(1));
        meters.refused("a topic");
    }

    private static String table(String scrape) {
        var meanings = new TreeMap<String, String>();
        var types = new TreeMap<String, String>();
        var labels = new TreeMap<String, Set<String>>();
        for (String line : scrape.lines().toList()) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (help.matches()) {
                meanings.put(help.group(1), help.group(2));
            } else if (type.matches()) {
                types.put(type.group(1), type.group(2));
            } else if (sample.matches()) {
                LABEL.matcher(sample.group(2))
                        .results()
                        .map(found -> found.group(1))
                        .filter(label -> !label.equals("le"))
                        .forEach(label -> labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>())
                                .add(label));
            }
        }
        return "\n| metric | type | labels | is |\n| --- | --- | --- | --- |\n"
                + types.entrySet().stream()
                        .map(metric -> row(metric, meanings, labels))
                        .collect(Collectors.joining());
    }

    private static String row(
            Map.Entry<String, String> metric, Map<String, String> meanings, Map<String, Set<String>> labels) {
        String name = metric.getKey();
        String meaning = meanings.getOrDefault(name, "");
        assertThat(meaning).as("what %s is", name).isNotBlank();
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        name,
                        metric.getValue(),
                        labels.getOrDefault(name, Set.of()).stream()
                                .map(label -> "`" + label + "`")
                                .collect(Collectors.joining(", ")),
                        meaning);
    }

    private static String replaced(String reference, String section) {
        int begin = reference.indexOf("## Detector\n");
        int end = reference.indexOf("\n## ", begin + 1);
        return reference.substring(0, begin) + section + (end < 0 ? "" : reference.substring(end));
    }
}
