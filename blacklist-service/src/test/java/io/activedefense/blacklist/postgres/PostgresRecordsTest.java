// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.entry.Addition;
import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.record.RecordFilter;
import io.activedefense.blacklist.record.RecordKey;
import io.activedefense.blacklist.record.RecordPage;
import io.activedefense.blacklist.record.RecordQuery;
import io.activedefense.blacklist.record.Records;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found against what a look at every line would find. */
class PostgresRecordsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SettableClock CLOCK = new SettableClock(NOON);
    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final List<String> SOURCES =
            List.of("8.8.4.4", "8.8.4.5", "8.8.200.1", "2001:db8:1:2::5", "2001:db8:1:2::6", "2001:db8:9::1");
    private static final List<String> DESTINATIONS = List.of("198.51.100.7", "198.51.100.8", "2001:db8:5::1");
    private static final List<String> USERS = List.of("", "", "ACME\\jones", "acme\\JONES", "acme\\100%", "smith");
    private static final List<String> COUNTRIES = List.of("", "Unknown", "RU", "ru", "Germany");
    private static final List<FirewallEvent> LINES = new ArrayList<>();

    private static final LineCountries WHERE =
            new LineCountries(address -> address.equals(IpAddress.parse("8.8.4.4")) ? "Germany" : null);

    private static Records records;

    private final Random random = new Random();

    @BeforeAll
    static void fileLines() {
        DATABASE.startAgain();
        Persistence persistence = DATABASE.persistence(DefenseSettings.DEFAULTS, CLOCK);
        persistence.prepare();
        var random = new Random(7);
        var lines = new LoggedLines("PA-1", new FileIdentity(1, 2, 3));
        var others = new LoggedLines("pa-2", new FileIdentity(4, 5, 6));
        for (int i = 0; i < 3_000; i++) {
            LINES.add(line(random.nextBoolean() ? lines : others, random));
        }
        ArchivePersistence archive = persistence.archive(DATABASE.dataSource());
        archive.archive(WHERE).file("topic-id", List.of(new Stretch(0, 0, LINES.size(), LINES)));
        records = archive.records(Duration.ofSeconds(30));
    }

    /** A random filter and page size each time: what all pages hold together is what every line says. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void allPagesTogetherHoldWhatIsAskedFor(long seed) {
        random.setSeed(seed);
        for (int i = 0; i < 30; i++) {
            RecordFilter filter = filter();
            List<LogRecord> found = allPages(filter, 100 + random.nextInt(400));

            assertThat(found)
                    .as("%s", filter)
                    .isSortedAccordingTo(Comparator.comparing(
                                    LogRecord::key,
                                    Comparator.comparingLong(RecordKey::seenMillis)
                                            .thenComparingLong(RecordKey::id))
                            .reversed());
            assertThat(found.stream().map(LogRecord::event).toList())
                    .as("%s", filter)
                    .containsExactlyInAnyOrderElementsOf(wanted(filter));
        }
    }

    @Test
    void aRecordIsFoundByItsKey() {
        LogRecord some =
                records.search(new RecordQuery(any(), null, 50)).records().get(20);

        assertThat(records.find(some.key())).contains(some);
        assertThat(records.find(
                        new RecordKey(some.key().seenMillis() + 1, some.key().id())))
                .isEmpty();
    }

    @Test
    void whatComesMeanwhileNeitherRepeatsNorHidesARecord() {
        RecordPage first = records.search(new RecordQuery(any(), null, 1_000));
        var lines = new LoggedLines("pa-3", new FileIdentity(7, System.nanoTime(), 9));
        var late = new ArrayList<FirewallEvent>();
        for (int i = 0; i < 100; i++) {
            late.add(lines.line("9.9.9.9", "198.51.100.7", i, NOON.minusSeconds(i))
                    .build());
        }
        DATABASE.persistence(DefenseSettings.DEFAULTS, CLOCK)
                .archive(DATABASE.dataSource())
                .archive(WHERE)
                .file("another-topic", List.of(new Stretch(0, 0, late.size(), late)));
        var keys = new ArrayList<RecordKey>(
                first.records().stream().map(LogRecord::key).toList());
        RecordPage page = first;
        while (page.next() != null) {
            page = records.search(new RecordQuery(any(), page.next(), 1_000));
            page.records().forEach(record -> keys.add(record.key()));
        }
        DATABASE.execute("DELETE FROM log_record WHERE source = '9.9.9.9'");

        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(LINES.size());
    }

    @Test
    void aSourceIsToldWithTheNarrowestEntryThatBlocksIt() {
        var blacklist = DATABASE.persistence(DefenseSettings.DEFAULTS, CLOCK).blacklist();
        blacklist.add(new Addition(Cidr.parse("8.8.4.0/24"), null, null, "admin"));
        blacklist.add(new Addition(Cidr.parse("8.8.4.4"), null, null, "admin"));
        blacklist.add(new Addition(Cidr.parse("2001:db9:1:2::/64"), null, null, "admin"));

        var listings = records.listings(
                List.of(IpAddress.parse("8.8.4.4"), IpAddress.parse("8.8.4.5"), IpAddress.parse("8.8.5.5")));

        assertThat(listings)
                .hasSize(2)
                .hasEntrySatisfying(
                        IpAddress.parse("8.8.4.4"),
                        listing -> assertThat(listing.entry()).hasToString("8.8.4.4"))
                .hasEntrySatisfying(
                        IpAddress.parse("8.8.4.5"),
                        listing -> assertThat(listing.entry()).hasToString("8.8.4.0/24"));
    }

    private List<LogRecord> allPages(RecordFilter filter, int limit) {
        var all = new ArrayList<LogRecord>();
        RecordPage page = records.search(new RecordQuery(filter, null, limit));
        all.addAll(page.records());
        while (page.next() != null) {
            assertThat(page.records()).hasSize(limit);
            page = records.search(new RecordQuery(filter, page.next(), limit));
            all.addAll(page.records());
        }
        return all;
    }

    private static List<FirewallEvent> wanted(RecordFilter filter) {
        return LINES.stream()
                .filter(event -> filter.wants(event, WHERE))
                .filter(event -> filter.from() == null
                        || event.eventTimeMillis() >= filter.from().toEpochMilli())
                .filter(event -> filter.until() == null
                        || event.eventTimeMillis() < filter.until().toEpochMilli())
                .toList();
    }

    private static FirewallEvent line(LoggedLines lines, Random random) {
        boolean threat = random.nextInt(4) == 0;
        Instant at = NOON.minusSeconds(random.nextInt(4 * 86_400));
        return lines.line(one(SOURCES, random), one(DESTINATIONS, random), 20 + random.nextInt(4), at)
                .logType(threat ? LogType.THREAT : LogType.TRAFFIC)
                .severity(threat ? one(List.of(Severity.values()), random) : Severity.NONE)
                .action(random.nextBoolean() ? Action.DROP : Action.ALLOW)
                .text(EventText.DESTINATION_LOCATION, one(COUNTRIES, random))
                .text(EventText.SOURCE_USER, one(USERS, random))
                .text(EventText.THREAT_NAME, threat ? "Log4j 100% RCE" : "")
                .build();
    }

    private RecordFilter filter() {
        Instant from = maybe(NOON.minusSeconds(random.nextInt(4 * 86_400)));
        return new RecordFilter(
                from,
                from == null ? maybe(NOON.minusSeconds(random.nextInt(4 * 86_400))) : null,
                maybe(one(List.of("pa-1", "PA-2", "pa-3"), random)),
                maybe(Cidr.parse(one(
                        List.of("8.8.4.4", "8.8.4.0/24", "8.8.0.0/16", "2001:db8:1:2::/64", "2001:db8::/32"), random))),
                maybe(Cidr.parse(one(List.of("198.51.100.7", "198.51.100.0/24", "2001:db8:5::1"), random))),
                maybe(one(List.of("Ru", "FR"), random)),
                maybe(one(List.of("RU", "GERMANY"), random)),
                maybe(40_000),
                maybe(22),
                maybe(one(List.of("acme\\jones", "ACME*", "acme\\100%", "acme\\1*", "nobody"), random)),
                maybe(one(List.of("y al", "DENY", "y_a"), random)),
                maybe(one(List.of("drop", "Allow", "reset-both"), random)),
                maybe(one(List.of(LogType.values()), random)),
                maybe(one(List.of(Severity.values()), random)),
                maybe(one(List.of(Severity.values()), random)),
                maybe(one(List.of("100%", "LOG4J", "nothing"), random)),
                random.nextBoolean());
    }

    private static RecordFilter any() {
        return new RecordFilter(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, true);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(8) == 0 ? value : null;
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
