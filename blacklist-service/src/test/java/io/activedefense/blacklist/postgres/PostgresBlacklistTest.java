// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.testing.Told.at;
import static io.activedefense.blacklist.testing.Told.detection;
import static io.activedefense.blacklist.testing.Told.sighting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.activedefense.blacklist.entry.AddOutcome;
import io.activedefense.blacklist.entry.EntryFilter;
import io.activedefense.blacklist.entry.EntryOrder;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.entry.EntryStory;
import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.blacklist.entry.ReleaseOutcome;
import io.activedefense.blacklist.settings.ChangeOutcome;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import io.activedefense.contracts.blacklist.BlacklistEvent.Kind;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Network;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBlacklistTest extends StoredBlacklist {
    private final ListedAddresses listed = persistence.listedAddresses();

    @Test
    void anEntryTellsItsEvidenceAndItsHistory() {
        Detection detection = detection("8.8.4.4", "port-scan", NOON.minusSeconds(5));
        detected(detection, detection("8.8.4.4", "ip-scan", NOON.minusSeconds(3)));

        EntryStory story = blacklist.find(Cidr.parse("8.8.4.4")).orElseThrow();
        assertThat(story.entry().reasons()).containsExactly("ip-scan", "port-scan");
        assertThat(story.entry().evidence().getFirst().at()).isEqualTo(NOON.minusSeconds(3));
        assertThat(story.history()).extracting(BlacklistEvent::kind).containsExactly(Kind.CHANGED, Kind.ADDED);
        assertThat(story.detections()).hasSize(2).allMatch(recorded -> recorded.result() == Result.LISTED);
        assertThat(story.detections().getLast().detection()).isEqualTo(detection);
        assertThat(blacklist.listedByReason()).containsEntry("ip-scan", 1L).containsEntry("port-scan", 1L);
    }

    @Test
    void theVersionMovesExactlyWhenTheListDoes() {
        long before = listed.version();
        detected(detection("8.8.4.4", "port-scan", NOON));
        long after = listed.version();
        detected(detection("8.8.4.4", "ip-scan", NOON));
        sighted("8.8.4.4", NOON);

        assertThat(after).isGreaterThan(before);
        assertThat(listed.version()).isEqualTo(after);
        assertThat(listed.listing()).isEqualTo(new ListedAddresses.Listing(after, cidrs("8.8.4.4")));
    }

    @Test
    void theListingIsInAddressOrder() {
        for (String address :
                List.of("2a00:1450::/48", "9.9.9.9", "2a00:1450:4001::/64", "8.8.0.0/16", "10.1.1.1", "8.8.4.4")) {
            add(address, null);
        }
        assertThat(listed.listing().addresses())
                .containsExactlyElementsOf(
                        cidrs("8.8.0.0/16", "8.8.4.4", "9.9.9.9", "2a00:1450::/48", "2a00:1450:4001::/64"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "10.1.2.3, private",
        "0.0.0.0/0, wider than /16",
        "8.0.0.0/15, wider than /16",
        "2a00::/31, wider than /32",
        "203.0.113.7, documentation",
        "9.9.9.9, own network 9.9.9.0/24",
        "9.9.0.0/16, own network 9.9.9.0/24",
        "1.1.1.1, allowlist"
    })
    void nobodyCanListWhatMustNeverBeListed(String address, String why) {
        change(withNetworks(
                settings.current().settings(), List.of(network("9.9.9.0/24")), List.of(network("1.1.1.1"))));

        assertThat(add(address, null))
                .isInstanceOfSatisfying(
                        AddOutcome.OnNeverList.class,
                        refused -> assertThat(refused.why().text()).contains(why));
        assertThat(listed.listing().addresses()).isEmpty();
    }

    @Test
    void aDetectionOfWhatMustNeverBeListedIsOnlyRecorded() {
        change(withNetworks(settings.current().settings(), List.of(), List.of(network("8.8.4.0/24"))));
        detected(detection("8.8.4.4", "port-scan", NOON));

        assertThat(blacklist.listed()).isZero();
        assertThat(database.ask("SELECT result FROM detection")).isEqualTo("NEVER_LISTED");
    }

    @Test
    void anAllowlistLineReleasesWhatItCovers() {
        detected(detection("8.8.4.4", "port-scan", NOON), detection("9.9.9.9", "port-scan", NOON));
        change(withNetworks(settings.current().settings(), List.of(), List.of(network("8.8.4.0/24"))));

        assertThat(listed.listing().addresses()).containsExactlyElementsOf(cidrs("9.9.9.9"));
        BlacklistEvent last =
                blacklist.find(Cidr.parse("8.8.4.4")).orElseThrow().history().getFirst();
        assertThat(last.kind()).isEqualTo(Kind.RELEASED);
        assertThat(last.by()).isEqualTo("admin");
        assertThat(last.why()).contains("8.8.4.0/24");
    }

    @Test
    void aChangedBlockWindowMovesEveryExpiry() {
        detected(detection("8.8.4.4", "port-scan", NOON));
        add("9.9.9.9", null);
        change(withBlockWindow(settings.current().settings(), 90));

        assertThat(entry("8.8.4.4").expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(90)));
        assertThat(entry("9.9.9.9").expiresAt()).isNull();
        clock.advance(Duration.ofDays(31));
        assertThat(persistence.releases().releaseUnseen(clock.instant())).isZero();
        change(withBlockWindow(settings.current().settings(), 30));
        assertThat(persistence.releases().releaseUnseen(clock.instant())).isEqualTo(1);
        assertThat(listed.listing().addresses()).containsExactlyElementsOf(cidrs("9.9.9.9"));
    }

    @Test
    void readersAreToldOfExpiriesThatMovedWithTheBlockWindow() {
        detected(detection("8.8.4.4", "port-scan", NOON), detection("8.8.8.8", "port-scan", NOON));
        add("9.9.9.9", NOON.plus(Duration.ofDays(3)));
        database.execute("DELETE FROM outbox");
        change(withBlockWindow(settings.current().settings(), 90));
        assertThat(toldOfEntries())
                .as("not within the change: it would keep others waiting")
                .isEqualTo("0");

        assertThat(persistence.releases().tellMovedExpiries()).isEqualTo(2);

        assertThat(toldOfEntries()).isEqualTo("2");
        assertThat(persistence.releases().tellMovedExpiries()).isZero();
    }

    private String toldOfEntries() {
        return database.ask("SELECT count(*) FROM outbox WHERE topic LIKE '%.blacklist'");
    }

    @Test
    void aShorterBlockWindowDoesNotReleaseWhatWasSeenWithinIt() {
        detected(detection("8.8.4.4", "port-scan", NOON.minus(Duration.ofDays(20))));
        sighted("8.8.4.4", NOON.minus(Duration.ofDays(5)));
        change(withBlockWindow(settings.current().settings(), 7));

        assertThat(persistence.releases().releaseUnseen(NOON)).isZero();
        change(withBlockWindow(settings.current().settings(), 3));
        assertThat(persistence.releases().releaseUnseen(NOON)).isOne();
    }

    @Test
    void anOperatorAddsOnceAndReleases() {
        assertThat(add("8.8.4.4", null)).isInstanceOf(AddOutcome.Added.class);
        assertThat(add("8.8.4.4", null)).isInstanceOf(AddOutcome.AlreadyListed.class);
        assertThat(entry("8.8.4.4").origin()).isEqualTo(Origin.USER_ADDED);

        ReleaseOutcome released = blacklist.release(Cidr.parse("8.8.4.4"), "a customer", "admin");
        assertThat(released).isInstanceOfSatisfying(ReleaseOutcome.Released.class, done -> {
            assertThat(done.entry().releasedAt()).isEqualTo(NOON);
            assertThat(done.entry().epoch()).isEqualTo(1);
        });
        assertThat(blacklist.release(Cidr.parse("8.8.4.4"), "again", "admin"))
                .isInstanceOf(ReleaseOutcome.NotListed.class);
    }

    @Test
    void anExpiryThatHasPassedIsRefused() {
        assertThat(add("8.8.4.4", NOON)).isInstanceOf(AddOutcome.ExpiryNotAhead.class);
        assertThat(blacklist.find(Cidr.parse("8.8.4.4"))).isEmpty();
    }

    @Test
    void anOperatorsOwnExpiryReleases() {
        add("8.8.4.4", NOON.plusSeconds(60));
        clock.advance(Duration.ofSeconds(59));
        assertThat(persistence.releases().releaseExpired()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(persistence.releases().releaseExpired()).isEqualTo(1);
        assertThat(blacklist.listed()).isZero();
    }

    @Test
    void afterAReleaseAnOldDetectionIsIgnoredAndANewOneLists() {
        detected(detection("8.8.4.4", "port-scan", NOON));
        blacklist.release(Cidr.parse("8.8.4.4"), "a customer", "admin");
        detected(detection("8.8.4.4", "ip-scan", 0, NOON));
        assertThat(blacklist.listed()).isZero();

        detected(detection("8.8.4.4", "ip-scan", 1, NOON.plusSeconds(1)));
        assertThat(entry("8.8.4.4").reasons()).containsExactly("ip-scan");
        assertThat(entry("8.8.4.4").releasedAt()).isNull();
    }

    @Test
    void aReleaseIsForgottenSevenDaysLater() {
        detected(detection("8.8.4.4", "port-scan", NOON));
        blacklist.release(Cidr.parse("8.8.4.4"), "a customer", "admin");
        clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(persistence.releases().forgetReleased()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(persistence.releases().forgetReleased()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM outbox WHERE value IS NULL"))
                .isEqualTo("1");
    }

    @Test
    void aSightingRenewsThePrefixAroundItsSource() {
        add("8.8.0.0/16", null);
        clock.advance(Duration.ofHours(1));
        sighted("8.8.4.4", clock.instant());
        assertThat(entry("8.8.0.0/16").lastSeen()).isEqualTo(clock.instant());
        assertThat(entry("8.8.0.0/16").hits()).isEqualTo(1);
    }

    @Test
    void aSightingRenewsTheGroupThatItsSourceBelongedToBefore() {
        detected(detection("2a00:1450:4001::/64", "port-scan", NOON.minusSeconds(60)));
        sighted("2a00:1450:4001::5", NOON);
        assertThat(entry("2a00:1450:4001::/64").lastSeen()).isEqualTo(NOON);
    }

    @Test
    void aRepeatedSightingIsCountedOnce() {
        detected(detection("8.8.4.4", "port-scan", NOON));
        var delivered = at(7, sighting("8.8.4.4", NOON));
        persistence.intake().sightings(List.of(delivered, delivered));
        persistence.intake().sightings(List.of(delivered));
        assertThat(entry("8.8.4.4").hits()).isEqualTo(1);
    }

    @Test
    void aRenewalIsToldWhenTheExpiryMovedByMoreThanADay() {
        detected(detection("8.8.4.4", "port-scan", NOON));
        database.execute("DELETE FROM outbox");
        clock.advance(Duration.ofHours(24));
        sighted("8.8.4.4", clock.instant());
        assertThat(database.ask("SELECT count(*) FROM outbox")).isEqualTo("0");
        assertThat(entry("8.8.4.4").lastSeen()).isEqualTo(clock.instant());

        clock.advance(Duration.ofSeconds(1));
        sighted("8.8.4.4", clock.instant());
        assertThat(database.ask("SELECT count(*) FROM outbox")).isEqualTo("2");
    }

    @Test
    void searchNarrowsByNetworkTextReasonAndOrigin() {
        detected(detection("8.8.4.4", "port-scan", NOON), detection("8.8.8.8", "ip-scan", NOON));
        add("9.9.0.0/16", null);

        assertThat(found(EntryFilter.LISTED.within(Cidr.parse("8.8.0.0/16")))).containsExactly("8.8.4.4", "8.8.8.8");
        assertThat(found(EntryFilter.LISTED.around(Cidr.parse("9.9.9.9")))).containsExactly("9.9.0.0/16");
        assertThat(found(EntryFilter.LISTED.text("8.8.4"))).containsExactly("8.8.4.4");
        assertThat(found(EntryFilter.LISTED.text("COMMENT"))).containsExactly("9.9.0.0/16");
        assertThat(found(EntryFilter.LISTED.text("%"))).isEmpty();
        assertThat(found(EntryFilter.LISTED.reason("ip-scan"))).containsExactly("8.8.8.8");
        assertThat(found(EntryFilter.LISTED.origin(Origin.USER_ADDED))).containsExactly("9.9.0.0/16");
        assertThat(found(EntryFilter.LISTED.device("fw-1"))).containsExactly("8.8.4.4", "8.8.8.8");
        assertThat(found(EntryFilter.LISTED.device("fw"))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 1; i <= 5; i++) {
            add("8.8.4." + i, null);
        }
        var first = blacklist.search(EntryQuery.listed(2));
        assertThat(first.next()).isEqualTo("8.8.4.2");
        var second = blacklist.search(
                new EntryQuery(EntryFilter.LISTED, EntryOrder.ADDRESS, EntryOrder.ADDRESS.read("8.8.4.2"), 3));
        assertThat(second.entries())
                .extracting(entry -> entry.address().toString())
                .containsExactly("8.8.4.3", "8.8.4.4", "8.8.4.5");
        assertThat(second.next()).isNull();
    }

    @Test
    void ofTwoSettingsChangesAtOnceOneWinsAndTheOtherIsTold() {
        DefenseSettings base = settings.current().settings();
        assertThat(settings.change(withBlockWindow(base, 60), "admin", "first"))
                .isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(settings.change(withBlockWindow(base, 90), "admin", "second"))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Conflict.class,
                        told -> assertThat(told.inForce().settings().blockWindowDays())
                                .isEqualTo(60));
        assertThat(settings.change(settings.current().settings(), "admin", "no change"))
                .isInstanceOf(ChangeOutcome.Same.class);
        assertThat(settings.history(10))
                .extracting(version -> version.settings().version())
                .containsExactly(2L, 1L);
    }

    @Test
    void aLaterStartKeepsTheSettingsThatAreInForce() {
        Persistence restarted = database.persistence(withBlockWindow(DefenseSettings.DEFAULTS, 7), clock);
        restarted.prepare();
        assertThat(restarted.settings().current().settings().blockWindowDays()).isEqualTo(30);
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() {
        try (var own = new TestDatabase()) {
            own.persistence(DefenseSettings.DEFAULTS, clock).prepare();
            own.execute(
                    "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                            + " installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 'x', 1, true)");
            Persistence older = own.persistence(DefenseSettings.DEFAULTS, clock);
            assertThatExceptionOfType(NewerSchemaException.class)
                    .isThrownBy(older::prepare)
                    .withMessageContaining("version 99");
        }
    }

    @Test
    void aValueThatTheDatabaseCannotHoldIsNamedAsSuch() {
        Detection poison = new Detection(
                Cidr.parse("8.8.4.4"),
                "port\u0000scan",
                0,
                NOON,
                NOON,
                List.of(),
                null,
                1,
                io.activedefense.contracts.detection.Disposition.LIST,
                null);
        assertThatExceptionOfType(io.activedefense.blacklist.entry.UnacceptableRecordException.class)
                .isThrownBy(() -> detected(poison));
        assertThat(blacklist.listed()).isZero();
    }

    private void change(DefenseSettings proposed) {
        assertThat(settings.change(proposed, "admin", "a test")).isInstanceOf(ChangeOutcome.Changed.class);
    }

    private static List<Cidr> cidrs(String... texts) {
        return Arrays.stream(texts).map(Cidr::parse).toList();
    }

    private static Network network(String cidr) {
        return new Network(Cidr.parse(cidr), null, null);
    }

    private static DefenseSettings withNetworks(DefenseSettings s, List<Network> own, List<Network> allow) {
        return s.withOwnNetworks(own).withAllowlist(allow);
    }

    private static DefenseSettings withBlockWindow(DefenseSettings s, int days) {
        return s.withBlockWindowDays(days);
    }
}
