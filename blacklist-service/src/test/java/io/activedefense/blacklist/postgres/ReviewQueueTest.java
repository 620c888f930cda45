// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.testing.Told.at;
import static io.activedefense.blacklist.testing.Told.detection;
import static io.activedefense.blacklist.testing.Told.located;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.entry.Addition;
import io.activedefense.blacklist.entry.EntryStory;
import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.blacklist.review.Decided;
import io.activedefense.blacklist.review.Decision;
import io.activedefense.blacklist.review.Decision.Verdict;
import io.activedefense.blacklist.review.HeldDetection;
import io.activedefense.blacklist.review.HeldDetection.State;
import io.activedefense.blacklist.review.ReviewQueue;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEvent.Kind;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewQueueTest extends StoredBlacklist {
    private static final Duration WINDOW = DefenseSettings.DEFAULTS.blockWindow();
    private static final String RESOLVER = "8.8.4.4";

    private final ReviewQueue queue = persistence.review();

    @Test
    void aHeldDetectionWaitsWithItsReasonAndIsNotListed() {
        told(held("port-scan", 0, NOON.minusSeconds(60)));

        HeldDetection waiting = only(State.WAITING);
        assertThat(waiting.detection().source()).isEqualTo(Cidr.parse(RESOLVER));
        assertThat(waiting.holdReason()).isEqualTo("many new entries");
        assertThat(waiting.heldAt()).isEqualTo(NOON);
        assertThat(waiting.expiresAt()).isEqualTo(NOON.minusSeconds(60).plus(WINDOW));
        assertThat(queue.waiting()).isOne();
        assertThat(blacklist.listed()).isZero();
    }

    @Test
    void approvedItIsListedWithItsEvidenceByTheOperator() {
        Detection detection = located("RU", held("port-scan", 0, NOON.minusSeconds(60)));
        told(detection);
        sighted(RESOLVER, NOON.minusSeconds(1));

        assertThat(decide(Verdict.APPROVE)).allMatch(Decided::done);

        EntryStory story = blacklist.find(Cidr.parse(RESOLVER)).orElseThrow();
        assertThat(story.entry().reasons()).containsExactly("port-scan");
        assertThat(story.entry().evidence()).isEqualTo(detection.evidence());
        assertThat(story.entry().country()).isEqualTo("RU");
        assertThat(story.entry().lastSeen()).isEqualTo(NOON.minusSeconds(1));
        assertThat(story.history()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.ADDED);
            assertThat(event.by()).isEqualTo("anna");
            assertThat(event.why()).isEqualTo("looked into it");
        });
        assertThat(only(State.APPROVED).decidedBy()).isEqualTo("anna");
    }

    @Test
    void dismissedItIsNotAskedAgainUntilTheNextEpochOrAnotherRule() {
        told(held("port-scan", 0, NOON.minusSeconds(60)));
        decide(Verdict.DISMISS);
        told(held("port-scan", 0, NOON));
        assertThat(queue.waiting()).isZero();
        assertThat(only(State.DISMISSED).why()).isEqualTo("looked into it");

        told(held("ip-scan", 0, NOON));
        assertThat(queue.waiting()).isOne();
    }

    @Test
    void allowlistedItStandsInTheSettingsAndIsNeverListed() {
        told(held("port-scan", 0, NOON), held("ip-scan", 0, NOON));
        Instant until = NOON.plus(Duration.ofDays(7));
        List<Long> one =
                List.of(queue.latest(Set.of(State.WAITING), null, 10).getFirst().id());

        queue.decide(new Decision(one, Verdict.ALLOWLIST, "a resolver", until, "anna"));

        assertThat(settings.current().settings().allowlist())
                .containsExactly(new Network(Cidr.parse(RESOLVER), "a resolver", until));
        assertThat(settings.current().by()).isEqualTo("anna");
        assertThat(queue.waiting())
                .as("the other question about it has its answer")
                .isZero();
        assertThat(only(State.ALLOWLISTED).why()).isEqualTo("a resolver");
        assertThat(only(State.NEVER_LISTED).decidedBy()).isEqualTo("anna");
        told(detection(RESOLVER, "port-scan", NOON));
        assertThat(blacklist.listed()).isZero();
    }

    @Test
    void allowlistingWhatAnotherRuleHasListedReleasesIt() {
        told(detection(RESOLVER, "vulnerability", NOON), held("port-scan", 0, NOON));
        decide(Verdict.ALLOWLIST);

        assertThat(blacklist.listed()).isZero();
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void laterSightingsKeepItInTheQueueAndWithoutThemItLeaves() {
        told(held("port-scan", 0, NOON));
        sighted(RESOLVER, NOON.plus(Duration.ofDays(10)));
        clock.set(NOON.plus(WINDOW).plus(Duration.ofDays(10)));

        assertThat(persistence.releases().settleHeld(clock.instant().minusMillis(1)))
                .isZero();
        assertThat(only(State.WAITING).lastSeen()).isEqualTo(NOON.plus(Duration.ofDays(10)));
        assertThat(persistence.releases().settleHeld(clock.instant())).isOne();
        assertThat(queue.waiting()).isZero();
        assertThat(only(State.EXPIRED).decidedBy()).isEqualTo("expiry");
        assertThat(decide(Verdict.APPROVE)).singleElement().satisfies(told -> {
            assertThat(told.done()).isFalse();
            assertThat(told.detail()).contains("block window is over");
        });
    }

    @Test
    void whatExpiredWaitsAgainWhenItsSourceIsSeenAgain() {
        told(held("port-scan", 0, NOON.minus(WINDOW)));
        assertThat(only(State.EXPIRED).heldAt()).isEqualTo(NOON);
        assertThat(database.ask("SELECT result FROM detection")).isEqualTo("EXPIRED");

        sighted(RESOLVER, NOON.minusSeconds(1));
        persistence.releases().settleHeld(NOON);

        assertThat(only(State.WAITING).decidedBy()).isNull();
        assertThat(decide(Verdict.APPROVE)).allMatch(Decided::done);
        assertThat(blacklist.listed()).isOne();
    }

    @Test
    void repeatingChangesNothing() {
        Detection first = held("port-scan", 0, NOON.minusSeconds(60));
        Detection second = held("port-scan", 0, NOON.minusSeconds(30));
        told(second, first, second, first);

        assertThat(only(State.WAITING).detection()).isEqualTo(second);
        decide(Verdict.APPROVE);
        told(first, second);
        assertThat(queue.latest(Set.of(), null, 10)).hasSize(1);
        assertThat(only(State.APPROVED).detection()).isEqualTo(second);
    }

    @Test
    void whatTheSameRuleListsWithoutAskingNeedsNoWord() {
        told(held("port-scan", 0, NOON.minusSeconds(60)));
        told(detection(RESOLVER, "port-scan", NOON));

        assertThat(only(State.LISTED).decidedBy()).isEqualTo("detector");
        assertThat(blacklist.listed()).isOne();
    }

    @Test
    void afterAReleaseTheQuestionIsOutdated() {
        told(detection(RESOLVER, "vulnerability", NOON), held("port-scan", 0, NOON));
        blacklist.release(Cidr.parse(RESOLVER), "a customer", "ben");

        assertThat(only(State.OUTDATED).decidedBy()).isEqualTo("release");
        assertThat(decide(Verdict.APPROVE)).isEmpty();
        told(held("port-scan", 1, NOON.plusSeconds(1)));
        assertThat(queue.waiting()).as("counted since, it is a new question").isOne();
    }

    @Test
    void aDecisionTellsOfEachWhatBecameOfIt() {
        told(held("port-scan", 0, NOON), held("ip-scan", 0, NOON));
        List<Long> ids = queue.latest(Set.of(), null, 10).stream()
                .map(HeldDetection::id)
                .sorted()
                .toList();
        queue.decide(new Decision(ids.subList(0, 1), Verdict.DISMISS, "fine", null, "anna"));

        List<Decided> told =
                queue.decide(new Decision(List.of(ids.get(1), 4711L, ids.get(0)), Verdict.APPROVE, "bad", null, "ben"));

        assertThat(told)
                .extracting(Decided::id, Decided::done, Decided::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ids.get(1), true, State.APPROVED),
                        org.assertj.core.groups.Tuple.tuple(4711L, false, null),
                        org.assertj.core.groups.Tuple.tuple(ids.get(0), false, State.DISMISSED));
    }

    @Test
    void whatIsNeverListedIsNoQuestion() {
        blacklist.add(new Addition(Cidr.parse("9.9.9.9"), "other", null, "ben"));
        told(detection("10.1.2.3", "port-scan", 0, NOON, Disposition.HOLD));

        assertThat(queue.latest(Set.of(), null, 10)).isEmpty();
        assertThat(database.ask("SELECT result FROM detection")).isEqualTo("NEVER_LISTED");
    }

    @Test
    void whatARuleThatIsOnlyObservedWouldHaveListedIsTold() {
        told(
                detection(RESOLVER, "port-scan", 0, NOON, Disposition.OBSERVE),
                detection("9.9.9.9", "ip-scan", 0, NOON, Disposition.OBSERVE),
                detection("9.9.9.8", "ip-scan", NOON));

        var observed = blacklist.detections(Result.OBSERVED, null, null, 1);
        assertThat(observed.detections())
                .singleElement()
                .satisfies(told -> assertThat(told.detection().source()).isEqualTo(Cidr.parse("9.9.9.9")));
        assertThat(blacklist
                        .detections(Result.OBSERVED, null, observed.next(), 1)
                        .detections())
                .singleElement()
                .satisfies(told -> assertThat(told.detection().rule()).isEqualTo("port-scan"));
        assertThat(blacklist.detections(Result.OBSERVED, "port-scan", null, 10).next())
                .isNull();
        assertThat(blacklist.detections(null, null, null, 10).detections()).hasSize(3);
    }

    /** Each by itself. */
    private void told(Detection... detections) {
        for (Detection detection : detections) {
            detected(detection);
        }
    }

    private List<Decided> decide(Verdict verdict) {
        List<Long> ids = queue.latest(Set.of(State.WAITING, State.EXPIRED), null, 100).stream()
                .map(HeldDetection::id)
                .toList();
        return ids.isEmpty() ? List.of() : queue.decide(new Decision(ids, verdict, "looked into it", null, "anna"));
    }

    private HeldDetection only(State state) {
        List<HeldDetection> all = queue.latest(Set.of(state), null, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Detection held(String rule, int epoch, Instant at) {
        return detection(RESOLVER, rule, epoch, at, Disposition.HOLD);
    }
}
