// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.egress.AllowedNetworks;
import io.activedefense.blacklist.egress.EgressGate;
import io.activedefense.blacklist.notification.AlarmChange;
import io.activedefense.blacklist.notification.AlarmChange.Change;
import io.activedefense.blacklist.notification.Channel.Outcome;
import io.activedefense.blacklist.notification.Letter;
import io.activedefense.blacklist.notification.Listing;
import io.activedefense.blacklist.notification.Notice;
import io.activedefense.blacklist.notification.Page;
import io.activedefense.blacklist.notification.Target;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** As the product has it, with every network allowed that can be. */
    private static final AllowedNetworks ANY_NETWORK =
            new AllowedNetworks(List.of("public", "0.0.0.0/0", "::/0"), Set::of);

    private static final EgressGate STRICT = new EgressGate(ANY_NETWORK);

    private static final EgressGate LOOPBACK_TOO = new EgressGate(address -> Optional.empty());

    private final Receiver receiver;
    private final CountDownLatch over = new CountDownLatch(1);

    WebhookChannelTest() throws Exception {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        over.countDown();
        receiver.close();
    }

    @Test
    void listedAddressesAreSentAsJsonWithATextForChats() throws Exception {
        Outcome outcome = send(LOOPBACK_TOO, "/T0/B0?x=1", null, listing());

        assertThat(outcome).isEqualTo(new Outcome.Sent("204 No Content"));
        Receiver.Call call = only();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/T0/B0?x=1");
        assertThat(call.header("Content-type")).startsWith("application/json");
        assertThat(call.headers()).doesNotContainKey("Webhook-signature");
        JsonNode body = Json.STRICT.readTree(call.body());
        assertThat(body.at("/version").intValue()).isOne();
        assertThat(body.at("/id").textValue()).isEqualTo("active-defense-7-0");
        assertThat(body.at("/kind").textValue()).isEqualTo("listed");
        assertThat(body.at("/total").intValue()).isOne();
        assertThat(body.at("/text").textValue()).startsWith("203.0.113.1 listed: Port Scan Attack v1\n");
        assertThat(body.at("/listed/0/address").textValue()).isEqualTo("203.0.113.1");
        assertThat(body.at("/listed/0/evidence").textValue()).isEqualTo("11 ports");
        assertThat(body.at("/link").textValue()).isEqualTo("https://defense.example.com/blacklist");
    }

    @Test
    void alarmsAreSentAsJson() throws Exception {
        var raised = new AlarmChange(
                1, Change.RAISED, "device-silent", "PA-1", "no line for 10 min", "See whether it logs.", NOON, null);
        send(LOOPBACK_TOO, "/", null, new Notice.Alarms(List.of(raised), 1));

        JsonNode body = Json.STRICT.readTree(only().body());
        assertThat(body.at("/kind").textValue()).isEqualTo("alarms");
        assertThat(body.at("/alarms/0/change").textValue()).isEqualTo("raised");
        assertThat(body.at("/alarms/0/whatToDo").textValue()).isEqualTo("See whether it logs.");
        assertThat(body.has("listed")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a-word-of-sixteen", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void aReceiverKnowsByTheSignatureWhoSentItAndWhen(String secret) throws Exception {
        send(LOOPBACK_TOO, "/", secret, listing());

        Receiver.Call call = only();
        String signed = call.header("Webhook-id") + "." + call.header("Webhook-timestamp") + "." + call.body();
        byte[] key =
                secret.startsWith("whsec_") ? Base64.getDecoder().decode(secret.substring(6)) : secret.getBytes(UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        assertThat(call.header("Webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
        assertThat(call.header("Webhook-timestamp")).isEqualTo(Long.toString(NOON.getEpochSecond()));
        assertThat(call.header("Webhook-id")).isEqualTo("active-defense-7-0");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433"})
    void loopbackIsNeverAskedHoweverItIsWritten(String host) throws Exception {
        Outcome outcome = sendTo(STRICT, "http://" + host + ":" + receiver.port() + "/");

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(receiver.calls()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"169.254.169.254", "[fd00:ec2::254]", "[fe80::1]", "224.0.0.1"})
    void metadataLinkLocalAndMulticastAreNeverAsked(String host) throws Exception {
        assertThat(sendTo(STRICT, "http://" + host + "/latest/meta-data/").words())
                .contains("must not be asked");
    }

    @Test
    void aNameThatMeansLoopbackByTheTimeOfTheConnectionIsNotAskedAgain() throws Exception {
        Deque<InetAddress> answers =
                new ArrayDeque<>(List.of(InetAddress.getByName("192.0.2.1"), InetAddress.getLoopbackAddress()));
        var rebinding = new EgressGate(ANY_NETWORK, host -> new InetAddress[] {answers.remove()});

        Outcome first = send(rebinding, Duration.ofSeconds(1), "http://rebinding.example.com:" + receiver.port() + "/");
        assertThat(first)
                .as("it went to the address that was checked, where nobody is")
                .isInstanceOf(Outcome.Failed.class);
        assertThat(answers).hasSize(1);

        Outcome second =
                send(rebinding, Duration.ofSeconds(1), "http://rebinding.example.com:" + receiver.port() + "/");
        assertThat(second.words()).contains("127.0.0.1 and must not be asked: it is loopback");
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void aNameIsConnectedToByTheAddressThatTheGateGave() throws Exception {
        var gate = new EgressGate(
                address -> Optional.empty(), host -> new InetAddress[] {InetAddress.getLoopbackAddress()});

        assertThat(sendTo(gate, "http://hooks.example.com:" + receiver.port() + "/"))
                .isInstanceOf(Outcome.Sent.class);
        assertThat(only().header("Host")).isEqualTo("hooks.example.com:" + receiver.port());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + receiver.port() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(send(LOOPBACK_TOO, "/", null, listing()).words()).startsWith(Integer.toString(status));
        assertThat(only().path()).isEqualTo("/");
    }

    @Test
    void aRefusalIsToldInTheReceiversWordsAndNotAtLength() throws Exception {
        receiver.answers(404, "no_service " + "x".repeat(100_000));

        Outcome outcome = send(LOOPBACK_TOO, "/", null, listing());

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(outcome.words()).startsWith("404 Not Found: no_service xxx").hasSizeLessThan(300);
    }

    @Test
    void anAnswerThatNeverEndsIsEndedByTheLimit() throws Exception {
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            awaitTheEnd();
        });

        Outcome outcome = send(LOOPBACK_TOO, Duration.ofSeconds(1), "http://127.0.0.1:" + receiver.port() + "/");

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void whatIsNoAddressOrNoSecretIsRefusedAndNotRepeated() throws Exception {
        try (var channel = new WebhookChannel(LOOPBACK_TOO, LIMIT, new SettableClock(NOON))) {
            for (String address : List.of(
                    "hooks.example.com/very-secret",
                    "ftp://hooks.example.com/very-secret",
                    "https://user:very-secret@hooks.example.com/",
                    "https:///very-secret",
                    "https://hooks.example.com/#very-secret",
                    "https://hooks.example.com/ very-secret")) {
                assertThatExceptionOfType(InvalidSettingException.class)
                        .isThrownBy(() -> channel.target(address, null))
                        .withMessageNotContaining("very-secret");
            }
            for (String secret : List.of("short", "with a space in it", "x".repeat(201), "whsec_not Base64!!!!")) {
                assertThatExceptionOfType(InvalidSettingException.class)
                        .isThrownBy(() -> channel.target("https://hooks.example.com/", secret))
                        .withMessageNotContaining(secret);
            }
            assertThat(channel.shown("https://hooks.example.com:8443/T0/B0?x"))
                    .isEqualTo("https://hooks.example.com:8443/\u2026");
            assertThat(channel.shown("https://hooks.example.com")).isEqualTo("https://hooks.example.com/");
        }
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Receiver.Call only() {
        assertThat(receiver.calls()).hasSize(1);
        return receiver.calls().getFirst();
    }

    private Outcome send(EgressGate gate, String path, @Nullable String secret, Notice notice) throws Exception {
        return send(gate, LIMIT, "http://127.0.0.1:" + receiver.port() + path, secret, notice);
    }

    private static Outcome sendTo(EgressGate gate, String url) throws Exception {
        return send(gate, LIMIT, url, null, listing());
    }

    private static Outcome send(EgressGate gate, Duration limit, String url) throws Exception {
        return send(gate, limit, url, null, listing());
    }

    private static Outcome send(EgressGate gate, Duration limit, String url, @Nullable String secret, Notice notice)
            throws Exception {
        try (var channel = new WebhookChannel(gate, limit, new SettableClock(NOON))) {
            Target target = channel.target(url, secret);
            var page = new Page(URI.create("https://defense.example.com"));
            return channel.send(target, new Letter("active-defense-7-0", NOON, notice, page));
        }
    }

    private static Notice listing() {
        var counts = new TreeMap<String, Long>();
        counts.put("port-scan", 1L);
        var listing = new Listing(
                Cidr.parse("203.0.113.1"),
                "RU",
                new TreeSet<>(List.of("port-scan")),
                false,
                "detector",
                null,
                NOON,
                "11 ports");
        return new Notice.Listings(List.of(listing), 1, counts);
    }
}
