// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import static io.activedefense.blacklist.testing.Told.detection;
import static io.activedefense.blacklist.testing.Told.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEvent.Kind;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryLifeTest {
    private static final String SOURCE = "8.8.4.4";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final NeverList NOTHING = address -> Optional.empty();

    private final EntryLife life = lifeAt(NOON);
    private final Entry unknown = Entry.unknown(Cidr.parse(SOURCE));

    @Test
    void aDetectionListsItsSourceForTheBlockWindow() {
        Step step = life.detected(unknown, detection(SOURCE, "port-scan", NOON.minusSeconds(5)));

        assertThat(step.event()).contains(Kind.ADDED);
        assertThat(step.after().isListed()).isTrue();
        assertThat(step.after().listedAt()).isEqualTo(NOON);
        assertThat(step.after().expiresAt(WINDOW)).contains(NOON.minusSeconds(5).plus(WINDOW));
    }

    @Test
    void aFurtherRuleAddsItsReason() {
        Entry listed = listed();
        Step step = life.detected(listed, detection(SOURCE, "vulnerability", NOON));

        assertThat(step.event()).contains(Kind.CHANGED);
        assertThat(step.after().ground().reasons()).containsExactly("port-scan", "vulnerability");
        assertThat(step.after().ground().evidence().getFirst().at()).isEqualTo(NOON);
    }

    @Test
    void whatIsOverAlreadyIsRecordedAndASightingListsIt() {
        Detection old = detection(SOURCE, "port-scan", NOON.minus(WINDOW));
        Step recorded = life.detected(unknown, old);

        assertThat(life.resultOf(unknown, old)).isEqualTo(Result.EXPIRED);
        assertThat(recorded.event()).isEmpty();
        assertThat(recorded.after().isListed()).isFalse();

        Step seenAgain = life.sighted(recorded.after(), sighting(SOURCE, NOON.minusSeconds(1)), 1);
        assertThat(seenAgain.event()).contains(Kind.ADDED);
        assertThat(seenAgain.after().expiresAt(WINDOW))
                .contains(NOON.minusSeconds(1).plus(WINDOW));
    }

    @Test
    void aDetectionOfTheLastMomentIsNotOver() {
        Detection last = detection(SOURCE, "port-scan", NOON.minus(WINDOW).plusMillis(1));
        assertThat(life.resultOf(unknown, last)).isEqualTo(Result.LISTED);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Disposition.class,
            names = {"HOLD", "OBSERVE"})
    void onlyTheDispositionListLists(Disposition disposition) {
        Detection watched = detection(SOURCE, "port-scan", 0, NOON, disposition);
        assertThat(life.detected(unknown, watched).changed()).isFalse();
        assertThat(life.resultOf(unknown, watched)).isIn(Result.HELD, Result.OBSERVED);
    }

    @Test
    void whatWasCountedBeforeAReleaseCannotListAgain() {
        Entry released = life.released(listed()).after();
        Detection before = detection(SOURCE, "ip-scan", 0, NOON);

        assertThat(released.epoch()).isEqualTo(1);
        assertThat(life.resultOf(released, before)).isEqualTo(Result.OUTDATED);
        assertThat(life.detected(released, before).changed()).isFalse();
        assertThat(life.sighted(released, sighting(SOURCE, NOON), 1).after().isListed())
                .isFalse();
    }

    @Test
    void afterAReleaseItIsListedAfreshByWhatWasCountedSince() {
        Entry released = life.released(listed()).after();
        Instant later = NOON.plusSeconds(60);
        Entry again = lifeAt(later)
                .detected(released, detection(SOURCE, "ip-scan", 1, later))
                .after();

        assertThat(again.isListed()).isTrue();
        assertThat(again.ground().reasons()).containsExactly("ip-scan");
        assertThat(again.seen().first()).isEqualTo(later);
        assertThat(again.epoch()).isEqualTo(1);
    }

    @Test
    void onceReadersHaveForgottenTheReleaseCountingFromZeroIsAccepted() {
        Entry forgotten = life.forgotten(life.released(listed()).after()).after();
        Instant later = NOON.plus(Duration.ofDays(8));

        assertThat(life.resultOf(forgotten, detection(SOURCE, "ip-scan", 0, NOON)))
                .isEqualTo(Result.OUTDATED);
        Entry again = lifeAt(later)
                .detected(forgotten, detection(SOURCE, "ip-scan", 0, later))
                .after();
        assertThat(again.isListed()).isTrue();
        assertThat(again.epoch()).isZero();
    }

    @Test
    void whatIsOnTheNeverListIsNotListed() {
        var guarded = new EntryLife(new Terms(WINDOW, address -> Optional.of(new NeverListed("it is ours"))), NOON);
        Detection detection = detection(SOURCE, "port-scan", NOON);

        assertThat(guarded.resultOf(unknown, detection)).isEqualTo(Result.NEVER_LISTED);
        assertThat(guarded.detected(unknown, detection).changed()).isFalse();
    }

    @Test
    void anOperatorsEntryOutlastsTheBlockWindow() {
        Entry added = life.added(unknown, addition(null)).after();

        assertThat(added.origin()).isEqualTo(Origin.USER_ADDED);
        assertThat(added.expiresAt(WINDOW)).isEmpty();
        assertThat(life.sighted(added, sighting(SOURCE, NOON), 3).after().expiresAt(WINDOW))
                .isEmpty();
    }

    @Test
    void anOperatorsEntryEndsWhenTheOperatorSaid() {
        Instant tomorrow = NOON.plus(Duration.ofDays(1));
        assertThat(life.added(unknown, addition(tomorrow)).after().expiresAt(WINDOW))
                .contains(tomorrow);
    }

    @Test
    void anOperatorTakesADetectedEntryOver() {
        Step step = life.added(listed(), addition(null));

        assertThat(step.event()).contains(Kind.CHANGED);
        assertThat(step.after().origin()).isEqualTo(Origin.USER_ADDED);
        assertThat(step.after().ground().reasons()).containsExactly("port-scan");
    }

    private Entry listed() {
        return life.detected(unknown, detection(SOURCE, "port-scan", NOON.minusSeconds(60)))
                .after();
    }

    private Addition addition(@Nullable Instant expiresAt) {
        return new Addition(Cidr.parse(SOURCE), "seen elsewhere", expiresAt, "admin");
    }

    private static EntryLife lifeAt(Instant now) {
        return new EntryLife(new Terms(WINDOW, NOTHING), now);
    }
}
