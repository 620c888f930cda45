// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.testing.Told.detection;
import static io.activedefense.blacklist.testing.Told.located;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.activedefense.blacklist.alarm.Alarms;
import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.notification.Channels;
import io.activedefense.blacklist.notification.Deliveries;
import io.activedefense.blacklist.notification.Deliveries.Queued;
import io.activedefense.blacklist.notification.Deliveries.State;
import io.activedefense.blacklist.notification.Interests;
import io.activedefense.blacklist.notification.Mailbox;
import io.activedefense.blacklist.notification.NotedChannel;
import io.activedefense.blacklist.notification.NotedChannel.Sent;
import io.activedefense.blacklist.notification.Notice;
import io.activedefense.blacklist.notification.NotificationLoop;
import io.activedefense.blacklist.notification.NotificationTroubles;
import io.activedefense.blacklist.notification.Recipient;
import io.activedefense.blacklist.notification.RecipientOutcome;
import io.activedefense.blacklist.notification.RecipientWish;
import io.activedefense.blacklist.notification.Recipients;
import io.activedefense.blacklist.notification.Target;
import io.activedefense.blacklist.secret.Secret;
import io.activedefense.blacklist.secret.SecretBox;
import io.activedefense.blacklist.secret.SecretKeyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsTest extends StoredBlacklist {
    private static final Duration INTERVAL = Duration.ofSeconds(60);

    private final NotedChannel channel = new NotedChannel();
    private final Deliveries deliveries = persistence.deliveries();
    private final Alarms alarms = persistence.alarms();
    private final List<String> attempts = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private Path keyFile = Path.of("");
    private Recipients recipients = persistence.recipients(new SecretBox(keyFile));
    private NotificationLoop loop = loop(deliveries);

    @BeforeEach
    void begin() throws Exception {
        keyFile = folder.resolve("secret-key");
        recipients = persistence.recipients(new SecretBox(keyFile));
        loop = loop(deliveries);
        loop.step();
    }

    @AfterEach
    void end() {
        loop.close();
    }

    @Test
    void addressesAreToldTogetherAtMostOnceInAnInterval() throws Exception {
        recipient("soc", "all", "all");
        detected(detection("9.8.7.1", "port-scan", NOON), detection("9.8.7.2", "vulnerability", NOON));
        look();
        detected(detection("9.8.7.3", "port-scan", NOON));
        look();
        assertThat(subjects()).containsExactly("2 addresses listed: Port Scan Attack v1 1, Vulnerability Scan v1 1");

        detected(detection("9.8.7.4", "port-scan", NOON));
        clock.advance(INTERVAL);
        look();
        assertThat(subjects()).hasSize(2).endsWith("2 addresses listed: Port Scan Attack v1 2");
    }

    @Test
    void aListingSaysCountryAndEvidence() throws Exception {
        recipient("soc", "all", "all");
        detected(located("RU", detection("9.8.7.1", "port-scan", NOON)));
        look();

        Notice.Listings told =
                (Notice.Listings) channel.sent().getFirst().letter().notice();
        assertThat(told.listed()).singleElement().satisfies(listing -> {
            assertThat(listing.country()).isEqualTo("RU");
            assertThat(listing.reasons()).containsExactly("port-scan");
            assertThat(listing.userAdded()).isFalse();
            assertThat(listing.evidence()).isEqualTo("1 port (22) of 198.51.100.7, seen by fw-1, deny");
        });
    }

    @Test
    void everybodyIsToldWhatTheyWantToKnow() throws Exception {
        recipient("scans", "port-scan", "device-silent");
        recipient("hands", "user-added", "burst");
        detected(detection("9.8.7.1", "port-scan", NOON), detection("9.8.7.2", "ip-scan", NOON));
        add("9.8.7.9", null);
        raise("device-silent", "fw-1");
        look();

        assertThat(channel.sent())
                .extracting(Sent::address, Sent::subject)
                .containsExactlyInAnyOrder(
                        tuple("scans", "9.8.7.1 listed: Port Scan Attack v1"),
                        tuple("hands", "9.8.7.9 listed: User Added"));
        look();
        assertThat(channel.sent())
                .extracting(Sent::address, Sent::subject)
                .contains(tuple("scans", "Alarm raised: Silent device, fw-1"))
                .hasSize(3);
    }

    @Test
    void whatHadExpiredWhenItCameIsNotTold() throws Exception {
        recipient("soc", "all", "all");
        detected(detection("9.8.7.1", "port-scan", NOON.minus(Duration.ofDays(31))));
        look();

        assertThat(channel.sent()).isEmpty();
        assertThat(deliveries.latest(null, null, null, 10)).isEmpty();
    }

    @Test
    void anAlarmIsToldWhenItIsRaisedAndWhenItIsOver() throws Exception {
        recipient("soc", "all", "all");
        raise("device-silent", "fw-1");
        raise("device-silent", "fw-1");
        look();
        alarms.agree("test", List.of(), trouble -> true);
        clock.advance(INTERVAL);
        look();
        look();

        assertThat(subjects())
                .containsExactly("Alarm raised: Silent device, fw-1", "Alarm cleared: Silent device, fw-1");
    }

    @Test
    void aCertificateThatEndsIsToldAgainWhenItGrowsWorse() throws Exception {
        recipient("soc", "all", "certificate-ends");
        raise("certificate-ends", "server", "It ends in less than 7 days");
        look();
        clock.advance(INTERVAL);
        raise("certificate-ends", "server", "It ends in less than 1 day");
        look();

        assertThat(subjects())
                .containsExactly(
                        "Alarm raised: Certificate expires, server",
                        "Alarm has grown worse: Certificate expires, server");
    }

    @Test
    void whoIsAddedIsToldWhatHappensFromThenOn() throws Exception {
        detected(detection("9.8.7.1", "port-scan", NOON));
        raise("device-silent", "fw-1");
        look();
        recipient("late", "all", "all");
        clock.advance(INTERVAL);
        look();

        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void aCrashBetweenDeliveringAndNotingDeliversAgainAndLosesNothing() throws Exception {
        recipient("soc", "all", "all");
        detected(detection("9.8.7.1", "port-scan", NOON));
        try (var crashing = loop(new ForgetfulDeliveries(deliveries))) {
            loop.close();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(crashing::step);
        }
        assertThat(channel.sent()).hasSize(1);

        loop = loop(persistence.deliveries());
        look();
        look();
        assertThat(channel.sent()).hasSize(2);
        assertThat(channel.sent().get(1).letter().id())
                .isEqualTo(channel.sent().getFirst().letter().id());
    }

    @Test
    void whatFailsIsTriedAgainEverLaterAndToldTogetherWithWhatCameMeanwhile() throws Exception {
        recipient("soc", "all", "all");
        channel.failWith("451 try later");
        detected(detection("9.8.7.1", "port-scan", NOON));
        look();
        Queued first = only();
        assertThat(first.state()).isEqualTo(State.WAITING);
        assertThat(first.answer()).isEqualTo("451 try later");
        assertThat(first.nextAt()).isEqualTo(NOON.plusSeconds(10));
        look();
        assertThat(only().attempts()).as("it is not its time").isOne();

        clock.advance(INTERVAL);
        detected(detection("9.8.7.2", "port-scan", NOON));
        look();
        assertThat(only().attempts()).isEqualTo(2);
        assertThat(only().nextAt()).isEqualTo(clock.instant().plusSeconds(20));

        channel.failWith(null);
        clock.advance(INTERVAL);
        look();
        assertThat(subjects()).containsExactly("2 addresses listed: Port Scan Attack v1 2");
        assertThat(only().state()).isEqualTo(State.SENT);
        assertThat(only().answer()).isEqualTo("noted");
        assertThat(attempts).containsExactly("noted false", "noted false", "noted true");
    }

    @Test
    void whatFailsForThreeDaysIsGivenUp() throws Exception {
        recipient("soc", "all", "all");
        channel.failWith("550 no such user");
        detected(detection("9.8.7.1", "port-scan", NOON));
        look();
        clock.advance(Duration.ofDays(3));
        look();

        assertThat(only().state()).isEqualTo(State.GIVEN_UP);
        assertThat(only().answer()).isEqualTo("550 no such user");
        assertThat(deliveries.waiting()).isZero();
    }

    @Test
    void whoIsNotReachedRepeatedlyIsAnAlarmUntilReached() throws Exception {
        recipient("soc", "all", "device-silent");
        var troubles = new NotificationTroubles(deliveries);
        channel.failWith("connection refused");
        detected(detection("9.8.7.1", "port-scan", NOON));
        for (int i = 0; i < 2; i++) {
            look();
            clock.advance(INTERVAL);
        }
        assertThat(troubles.found()).isEmpty();
        look();
        assertThat(troubles.found()).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo("notification-failing");
            assertThat(trouble.subject()).isEqualTo("soc");
            assertThat(trouble.detail()).contains("connection refused", NOON.toString());
        });

        channel.failWith(null);
        clock.advance(INTERVAL);
        look();
        assertThat(troubles.found()).isEmpty();
    }

    @Test
    void oneThatFailsHoldsUpNobodyElse() throws Exception {
        Recipient broken = recipient("broken", "all", "all");
        Files.delete(keyFile);
        recipients = persistence.recipients(new SecretBox(keyFile));
        recipient("soc", "all", "all");
        loop.close();
        loop = loop(deliveries);
        detected(detection("9.8.7.1", "port-scan", NOON));
        look();

        assertThat(channel.sent()).extracting(Sent::address).containsExactly("soc");
        assertThat(deliveries.latest(State.WAITING, broken.id(), null, 10))
                .singleElement()
                .satisfies(queued -> assertThat(queued.answer()).contains("another key"));
    }

    @Test
    void aChangeOfTheRecipientTriesWhatWaitsAtOnce() throws Exception {
        Recipient soc = recipient("soc", "all", "all");
        channel.failWith("no");
        detected(detection("9.8.7.1", "port-scan", NOON));
        look();
        channel.failWith(null);
        recipients.change(soc.id(), soc.wish(), new Target("elsewhere", null), "somewhere");
        look();

        assertThat(channel.sent()).extracting(Sent::address).containsExactly("elsewhere");
    }

    @Test
    void whoIsTurnedOffIsToldNothingAlsoNotWhatWaited() throws Exception {
        Recipient soc = recipient("soc", "all", "all");
        channel.failWith("no");
        detected(detection("9.8.7.1", "port-scan", NOON));
        look();
        channel.failWith(null);
        var off = new RecipientWish("soc", false, "noted", soc.wish().interests());
        recipients.change(soc.id(), off, null, null);
        detected(detection("9.8.7.2", "port-scan", NOON));
        clock.advance(INTERVAL);
        look();

        assertThat(channel.sent()).isEmpty();
        assertThat(only().answer()).isEqualTo("the recipient was turned off");
    }

    @Test
    void whatIsDoneWithIsForgotten() throws Exception {
        Recipient soc = recipient("soc", "all", "all");
        detected(detection("9.8.7.1", "port-scan", NOON));
        look();
        assertThat(deliveries.forget(NOON, 10)).isZero();
        assertThat(deliveries.forget(NOON.plusSeconds(1), 10)).isOne();

        channel.failWith("no");
        clock.advance(INTERVAL);
        detected(detection("9.8.7.2", "port-scan", NOON));
        look();
        assertThat(deliveries.forget(NOON.plus(Duration.ofDays(99)), 0))
                .as("it waits")
                .isZero();
        assertThat(recipients.remove(soc.id())).isTrue();
        assertThat(deliveries.latest(null, null, null, 10)).isEmpty();
    }

    @Test
    void onlyWhoLeadsDelivers() throws Exception {
        recipient("soc", "all", "all");
        detected(detection("9.8.7.1", "port-scan", NOON));
        try (var follower = loop(persistence.deliveries())) {
            follower.step();
        }
        assertThat(channel.sent()).isEmpty();
        look();
        assertThat(channel.sent()).hasSize(1);
    }

    @Test
    void whereSomebodyIsReachedIsKeptEncrypted() {
        Recipient soc = recipient("soc", "all", "all");
        recipients.change(soc.id(), soc.wish(), new Target("https://chat/T0/B0", new Secret("a signing word")), "chat");

        assertThat(recipients.target(soc.id()))
                .hasValue(new Target("https://chat/T0/B0", new Secret("a signing word")));
        assertThat(database.ask("SELECT string_agg(notification_recipient::text, ' ') FROM notification_recipient"))
                .contains("soc")
                .doesNotContain("://", "signing word");
        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> persistence
                        .recipients(new SecretBox(folder.resolve("another-key")))
                        .target(soc.id()));
    }

    private Recipient recipient(String name, String reason, String alarm) {
        var interests = new Interests(new TreeSet<>(List.of(reason)), new TreeSet<>(List.of(alarm)));
        var outcome =
                recipients.add(new RecipientWish(name, true, "noted", interests), new Target(name, null), "somewhere");
        return ((RecipientOutcome.Done) outcome).recipient();
    }

    private void raise(String kind, String subject) {
        raise(kind, subject, "it is wrong");
    }

    private void raise(String kind, String subject, String detail) {
        alarms.agree("test", List.of(new Trouble(kind, subject, detail, "put it right")), trouble -> true);
    }

    private void look() throws Exception {
        loop.step();
    }

    private List<String> subjects() {
        return channel.sent().stream().map(Sent::subject).toList();
    }

    private Queued only() {
        List<Queued> all = deliveries.latest(null, null, null, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private NotificationLoop loop(Deliveries queue) {
        var mailbox = new Mailbox(new Channels(List.of(channel)), recipients, clock);
        return new NotificationLoop(
                queue,
                persistence.notificationSettings(),
                mailbox,
                persistence.notificationLeadership(),
                (name, taken) -> attempts.add(name + " " + taken),
                clock);
    }
}
