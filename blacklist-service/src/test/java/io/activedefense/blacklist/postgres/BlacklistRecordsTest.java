// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.testing.Told.detection;
import static io.activedefense.blacklist.testing.Told.located;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.activedefense.blacklist.entry.Addition;
import io.activedefense.blacklist.entry.EntryCounts;
import io.activedefense.blacklist.entry.EntryFilter;
import io.activedefense.blacklist.entry.EntryFilter.Span;
import io.activedefense.blacklist.entry.EntryOrder;
import io.activedefense.blacklist.entry.EntryPage;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.entry.ImportOutcome;
import io.activedefense.blacklist.entry.ReleaseOutcome;
import io.activedefense.blacklist.entry.Undoing;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.settings.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators do with the records: find, count, take back, bring along. */
class BlacklistRecordsTest extends StoredBlacklist {
    @Test
    void aPrefixFindsWhatItHoldsAndWhatHoldsIt() {
        add("9.9.0.0/16", null);
        add("9.9.9.0/24", null);
        add("9.9.9.9", null);
        add("9.9.8.1", null);

        assertThat(found(EntryFilter.LISTED.touching(Cidr.parse("9.9.9.0/25"))))
                .containsExactly("9.9.0.0/16", "9.9.9.0/24", "9.9.9.9");
        assertThat(found(EntryFilter.LISTED.touching(Cidr.parse("9.9.9.9"))))
                .containsExactly("9.9.0.0/16", "9.9.9.0/24", "9.9.9.9");
        assertThat(found(EntryFilter.LISTED.touching(Cidr.parse("9.0.0.0/8")))).hasSize(4);
        assertThat(found(EntryFilter.LISTED.touching(Cidr.parse("2a00::/16")))).isEmpty();
    }

    @Test
    void searchNarrowsByAge() {
        detected(detection("8.8.4.4", "port-scan", NOON.minusSeconds(100)));
        clock.advance(Duration.ofHours(1));
        detected(detection("8.8.8.8", "port-scan", NOON.minusSeconds(50)));

        assertThat(found(EntryFilter.LISTED.listedAt(new Span(NOON.plusSeconds(1), null))))
                .containsExactly("8.8.8.8");
        assertThat(found(EntryFilter.LISTED.listedAt(new Span(NOON, NOON.plusSeconds(1)))))
                .containsExactly("8.8.4.4");
        assertThat(found(EntryFilter.LISTED.lastSeen(new Span(null, NOON.minusSeconds(50)))))
                .containsExactly("8.8.4.4");
    }

    @Test
    void searchNarrowsByTheCountryInAnyCaseButAsAWhole() {
        detected(located("RU", detection("8.8.4.4", "port-scan", NOON)));
        detected(located("Germany", detection("8.8.8.8", "port-scan", NOON)));
        detected(detection("9.9.9.9", "port-scan", NOON));

        assertThat(found(EntryFilter.LISTED.country("ru"))).containsExactly("8.8.4.4");
        assertThat(found(EntryFilter.LISTED.country("GERMANY"))).containsExactly("8.8.8.8");
        assertThat(found(EntryFilter.LISTED.country("germ"))).isEmpty();
        assertThat(found(EntryFilter.LISTED.country("%"))).isEmpty();
        assertThat(found(EntryFilter.LISTED.country("ru").reason("ip-scan"))).isEmpty();
        assertThat(blacklist.counts(EntryFilter.LISTED.country("RU")).total()).isOne();
        assertThat(blacklist
                        .search(EntryQuery.first(EntryFilter.LISTED.country("ru"), 1))
                        .entries())
                .extracting(BlacklistEntry::country)
                .containsExactly("RU");
    }

    @Test
    void theLatestKnownCountryHolds() {
        detected(located("RU", detection("8.8.4.4", "port-scan", NOON.minusSeconds(60))));
        detected(detection("8.8.4.4", "port-scan", NOON));
        assertThat(entry("8.8.4.4").country()).isEqualTo("RU");

        detected(located("US", detection("8.8.4.4", "ip-scan", NOON.minusSeconds(30))));
        assertThat(entry("8.8.4.4").country()).isEqualTo("US");

        detected(located("CN", detection("8.8.4.4", "ip-scan", NOON.minusSeconds(90))));
        assertThat(entry("8.8.4.4").country()).isEqualTo("US");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "ADDRESS, false, 8.8.4.4 8.8.8.8 9.9.9.8 9.9.9.9",
        "ADDRESS, true, 9.9.9.9 9.9.9.8 8.8.8.8 8.8.4.4",
        "LISTED_AT, false, 9.9.9.9 8.8.8.8 8.8.4.4 9.9.9.8",
        "LAST_SEEN, true, 8.8.8.8 9.9.9.8 9.9.9.9 8.8.4.4",
        "EXPIRES_AT, false, 9.9.9.8 8.8.4.4 8.8.8.8 9.9.9.9",
        "EXPIRES_AT, true, 9.9.9.9 8.8.8.8 8.8.4.4 9.9.9.8",
        "HITS, true, 8.8.4.4 9.9.9.9 9.9.9.8 8.8.8.8"
    })
    void everyOrderIsPagedWithoutGapOrRepetition(EntryOrder.By by, boolean descending, String expected) {
        clock.set(NOON.minusSeconds(400));
        add("9.9.9.9", null);
        clock.set(NOON.minusSeconds(300));
        detected(detection("8.8.8.8", "port-scan", NOON.minusSeconds(100)));
        clock.set(NOON.minusSeconds(200));
        detected(detection("8.8.4.4", "port-scan", NOON.minusSeconds(500)));
        clock.set(NOON.minusSeconds(150));
        add("9.9.9.8", NOON.plusSeconds(60));
        sighted(new Sighting(Cidr.parse("8.8.4.4"), 3, NOON.minusSeconds(500)));

        assertThat(inPages(new EntryQuery(EntryFilter.LISTED, new EntryOrder(by, descending), null, 1)))
                .containsExactly(expected.split(" "));
    }

    private List<String> inPages(EntryQuery query) {
        var found = new ArrayList<String>();
        EntryQuery next = query;
        while (next != null) {
            EntryPage page = blacklist.search(next);
            page.entries().forEach(entry -> found.add(entry.address().toString()));
            next = page.next() == null ? null : query.behind(query.order().read(page.next()));
        }
        return found;
    }

    @Test
    void entriesAreCountedByReasonAndOrigin() {
        detected(detection("8.8.4.4", "port-scan", NOON), detection("8.8.4.4", "ip-scan", NOON));
        detected(detection("8.8.8.8", "ip-scan", NOON));
        add("9.9.9.9", null);

        EntryCounts all = blacklist.counts(EntryFilter.LISTED);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.byReason()).containsEntry("ip-scan", 2L).containsEntry("port-scan", 1L);
        assertThat(all.byOrigin()).containsEntry(Origin.DETECTED, 2L).containsEntry(Origin.USER_ADDED, 1L);
        assertThat(blacklist.counts(EntryFilter.LISTED.reason("port-scan")).total())
                .isOne();
    }

    @Test
    void whatOnlyOneRuleHasListedSinceATimeIsTakenBack() {
        detected(detection("8.8.4.1", "port-scan", NOON));
        clock.advance(Duration.ofMinutes(1));
        detected(detection("8.8.4.2", "port-scan", NOON), detection("8.8.4.3", "port-scan", NOON));
        detected(detection("8.8.4.3", "vulnerability", NOON), detection("8.8.4.4", "ip-scan", NOON));
        detected(detection("8.8.4.5", "port-scan", NOON));
        add("8.8.4.5", null);
        Instant since = NOON.plusSeconds(60);

        Undoing preview = blacklist.undoable("port-scan", since, 10);
        assertThat(preview.releases()).isOne();
        assertThat(preview.keeps()).isEqualTo(2);
        assertThat(preview.first())
                .extracting(entry -> entry.address().toString())
                .containsExactly("8.8.4.2");
        assertThat(blacklist.undo("port-scan", since, "threshold was too low", "anna"))
                .isOne();

        assertThat(found(EntryFilter.LISTED)).containsExactly("8.8.4.1", "8.8.4.3", "8.8.4.4", "8.8.4.5");
        BlacklistEvent last =
                blacklist.find(Cidr.parse("8.8.4.2")).orElseThrow().history().getFirst();
        assertThat(last.by()).isEqualTo("anna");
        assertThat(last.why()).isEqualTo("threshold was too low");
        assertThat(blacklist.undo("port-scan", since, "again", "anna")).isZero();
    }

    @Test
    void releasedForGoodItIsAllowlistedInTheSameBreath() {
        detected(detection("8.8.4.4", "port-scan", NOON));

        assertThat(blacklist.releaseForGood(Cidr.parse("8.8.4.4"), "our resolver", null, "anna"))
                .isInstanceOf(ReleaseOutcome.Released.class);

        assertThat(settings.current().settings().allowlist())
                .containsExactly(new Network(Cidr.parse("8.8.4.4"), "our resolver", null));
        assertThat(blacklist
                        .find(Cidr.parse("8.8.4.4"))
                        .orElseThrow()
                        .history()
                        .getFirst()
                        .why())
                .isEqualTo("our resolver");
        detected(detection("8.8.4.4", "port-scan", 1, NOON.plusSeconds(1)));
        assertThat(blacklist.listed()).isZero();
        assertThat(blacklist.releaseForGood(Cidr.parse("8.8.4.4"), "again", null, "anna"))
                .isInstanceOf(ReleaseOutcome.NotListed.class);
        assertThat(settings.current().settings().allowlist()).hasSize(1);
    }

    @Test
    void allAdditionsAreListedOrNone() {
        detected(detection("8.8.4.4", "port-scan", NOON));
        List<Addition> good = List.of(addition("8.8.4.4"), addition("9.9.9.9"), addition("9.9.9.0/28"));

        assertThat(blacklist.addAll(good, true)).isEqualTo(new ImportOutcome.Imported(2, 1));
        assertThat(blacklist.listed()).isOne();
        assertThat(blacklist.addAll(good, false)).isEqualTo(new ImportOutcome.Imported(2, 1));
        assertThat(entry("8.8.4.4").origin()).as("it stays as it was").isEqualTo(Origin.DETECTED);

        var past = new Addition(Cidr.parse("9.9.9.7"), null, NOON, "anna");
        assertThat(blacklist.addAll(List.of(addition("9.9.9.8"), addition("10.0.0.1"), past), false))
                .isInstanceOfSatisfying(
                        ImportOutcome.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(ImportOutcome.Fault::index, ImportOutcome.Fault::field)
                                .containsExactly(tuple(1, "address"), tuple(2, "expiresAt")));
        assertThat(blacklist.find(Cidr.parse("9.9.9.8"))).isEmpty();
    }

    private static Addition addition(String address) {
        return new Addition(Cidr.parse(address), "imported", null, "anna");
    }
}
