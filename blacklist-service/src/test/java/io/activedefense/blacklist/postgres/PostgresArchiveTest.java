// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.archive.Archive;
import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.blacklist.country.Countries;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.testing.BreakingDataSource;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresArchiveTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TOPIC = "topic-id";
    private static final FileIdentity FILE = new FileIdentity(1, 2, 3);

    private final SettableClock clock = new SettableClock(NOON);
    private final TestDatabase database = TestDatabase.shared();
    private final BreakingDataSource connections = new BreakingDataSource(database.dataSource());
    private final LoggedLines lines = new LoggedLines("PA-1", FILE);

    @BeforeEach
    void startAgain() {
        database.startAgain();
        database.persistence(DefenseSettings.DEFAULTS, clock).prepare();
    }

    @Test
    void aLineIsFiledWithWhatItSays() {
        Archive archive = archive();
        FirewallEvent event = lines.threat("2001:db8:1:2::5", "Log4j; DROP TABLE", Severity.CRITICAL, NOON)
                .text(EventText.SOURCE_USER, "ACME\\Jürgen \0 x")
                .build();
        assertThat(archive.file(TOPIC, List.of(stretch(0, 0, event)))).isEmpty();

        assertThat(ask("concat_ws(' ', seen AT TIME ZONE 'UTC', source, destination, destination_port, source_user)"))
                .isEqualTo("2026-03-01 12:00:00 2001:db8:1:2::5 198.51.100.7 443 acme\\jürgen   x");
        assertThat(ask("(SELECT text FROM log_word WHERE id = threat)")).isEqualTo("Log4j; DROP TABLE");
        assertThat(ask("(SELECT text FROM log_word WHERE id = device)")).isEqualTo("PA-1");
        assertThat(ask("encode(event, 'hex')"))
                .isEqualTo(java.util.HexFormat.of().formatHex(event.bytes()));
    }

    @Test
    void timesThatCannotBeAreFiledUnderArrivalAndOpenNoDays() {
        var events = new ArrayList<FirewallEvent>();
        for (int years = 1; years <= 30; years++) {
            events.add(lines.line("8.8.4.4", "198.51.100.7", 22, NOON.plus(Duration.ofDays(365L * years)))
                    .arrival(NOON.toEpochMilli())
                    .build());
        }
        archive().file(TOPIC, List.of(stretch(0, 0, events.toArray(FirewallEvent[]::new))));

        assertThat(database.ask("SELECT count(*) FROM log_record WHERE filed_under_arrival AND seen = '" + NOON + "'"))
                .isEqualTo("30");
        assertThat(database.ask("SELECT count(*) FROM pg_inherits WHERE inhparent = 'log_record'::regclass"
                        + " AND inhrelid::regclass::text > 'log_record_20260302'"))
                .isEqualTo("0");
    }

    @Test
    void linesThatTheBridgeRepeatsAreFiledOnce() {
        Archive archive = archive();
        FirewallEvent first = lines.traffic("8.8.4.4", "198.51.100.7", 22, NOON);
        FirewallEvent second = lines.traffic("8.8.4.4", "198.51.100.7", 23, NOON);
        FirewallEvent third = lines.traffic("8.8.4.4", "198.51.100.7", 24, NOON);
        archive.file(TOPIC, List.of(stretch(0, 0, first, second, first, second)));
        archive().file(TOPIC, List.of(stretch(0, 4, second, third)));

        assertThat(ports()).isEqualTo("22 23 24");
    }

    @Test
    void aStretchThatAnotherHasFiledIsLeftOut() {
        FirewallEvent first = lines.traffic("8.8.4.4", "198.51.100.7", 22, NOON);
        FirewallEvent second = lines.traffic("8.8.4.4", "198.51.100.7", 23, NOON);
        FirewallEvent other =
                new LoggedLines("PA-2", new FileIdentity(9, 9, 9)).traffic("8.8.4.4", "198.51.100.7", 99, NOON);
        Archive late = archive();
        archive().file(TOPIC, List.of(stretch(0, 0, first, second)));

        assertThat(late.file(TOPIC, List.of(stretch(0, 0, first), stretch(1, 0, other))))
                .containsExactly(0);
        assertThat(late.positions(TOPIC, List.of(0, 1, 2)))
                .containsEntry(0, 2L)
                .containsEntry(1, 1L)
                .containsEntry(2, 0L);
        assertThat(ports()).isEqualTo("22 23 99");
    }

    @Test
    void copiesOfALineAreToldFromIt() {
        var other = new LoggedLines("PA-2", new FileIdentity(9, 9, 9));
        Archive archive = archive();
        archive.file(TOPIC, List.of(stretch(0, 0, numbered(lines, "1"), numbered(lines, "2"), numbered(other, "1"))));
        archive().file(TOPIC, List.of(stretch(0, 3, numbered(other, "2"), numbered(other, "3"))));

        assertThat(database.ask("SELECT string_agg(sequence_number || ' ' || copy, ', ' ORDER BY id) FROM log_record"))
                .isEqualTo("1 false, 2 false, 1 true, 2 true, 3 false");
    }

    /** Breaks at the first step, then at the second and so on, until a run goes through; every break is followed by a new process. */
    @ParameterizedTest(name = "just behind the step: {0}")
    @ValueSource(booleans = {false, true})
    void everyLineHasOneRowWhereverItBreaksOff(boolean behind) {
        var topic = new ArrayList<FirewallEvent>();
        int step = 0;
        boolean through = false;
        while (!through) {
            topic.add(lines.traffic("8.8.4.4", "198.51.100.7", topic.size() + 1, NOON.plusSeconds(step)));
            topic.add(
                    lines.traffic("8.8.4.4", "198.51.100.7", topic.size() + 1, NOON.minus(Duration.ofDays(step % 3))));
            connections.breakAt(step++, behind);
            through = fileTheRest(topic) && !connections.broke();
        }
        connections.breakAt(Integer.MAX_VALUE, false);
        fileTheRest(topic);

        assertThat(step).as("steps that it broke at").isGreaterThan(10);
        assertThat(database.ask("SELECT count(*) || ' ' || count(DISTINCT destination_port) FROM log_record"))
                .isEqualTo(topic.size() + " " + topic.size());
    }

    /** As a process does that has just started. */
    private boolean fileTheRest(List<FirewallEvent> topic) {
        try {
            Archive archive = archive();
            long from = archive.positions(TOPIC, List.of(0)).getOrDefault(0, 0L);
            archive.file(
                    TOPIC,
                    List.of(stretch(
                            0, from, topic.subList((int) from, topic.size()).toArray(FirewallEvent[]::new))));
            return true;
        } catch (DatabaseException e) {
            assertThat(connections.broke()).as("%s", e.getMessage()).isTrue();
            return false;
        }
    }

    private static FirewallEvent numbered(LoggedLines lines, String number) {
        return lines.line("8.8.4.4", "198.51.100.7", 22, NOON)
                .text(EventText.SERIAL, "0011")
                .text(EventText.SEQUENCE_NUMBER, number)
                .build();
    }

    private Archive archive() {
        return database.persistence(DefenseSettings.DEFAULTS, clock)
                .archive(connections)
                .archive(new LineCountries(Countries.UNKNOWN));
    }

    private static Stretch stretch(int partition, long from, FirewallEvent... events) {
        return new Stretch(partition, from, from + events.length, List.of(events));
    }

    private String ports() {
        return database.ask("SELECT string_agg(destination_port::text, ' ' ORDER BY destination_port) FROM log_record");
    }

    private String ask(String expression) {
        return database.ask("SELECT " + expression + " FROM log_record");
    }
}
