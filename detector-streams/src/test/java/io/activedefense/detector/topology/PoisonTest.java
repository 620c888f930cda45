// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static io.activedefense.detector.Events.NOON;
import static io.activedefense.detector.Events.threat;
import static io.activedefense.detector.Events.traffic;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.TimeOrigin;
import io.activedefense.contracts.event.UnreadableEventException;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that should not be there: dead letter or refused, counted, and the stream goes on with what was in force. */
class PoisonTest {
    private static final int EVENT_TIME_AT = 12;
    private static final int ARRIVAL_AT = 20;
    private static final String SETTINGS = "{\"version\": 7, \"portScan\": {\"threshold\": 1}}";
    private static final FirewallEvent EVENT = traffic("PA-1", "8.1.2.3", "5.6.7.8", 1, 0);

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record PoisonEvent(String what, byte @Nullable [] key, byte @Nullable [] value, String reason) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<PoisonEvent> poisonEvents() {
        byte[] key = EventKey.of(EVENT);
        byte[] future = EVENT.bytes().clone();
        future[0] = 2;
        return Stream.of(
                new PoisonEvent("garbage", key, new byte[] {99, 1, 2}, "schema version 99 is not 1"),
                new PoisonEvent("a schema from the future", key, future, "schema version 2 is not 1"),
                new PoisonEvent("cut short", key, Arrays.copyOf(EVENT.bytes(), 40), "cut short"),
                new PoisonEvent("no bytes", key, new byte[0], "no bytes"),
                new PoisonEvent("no value", key, null, "no value"),
                new PoisonEvent("no key", null, EVENT.bytes(), "the key is not the event's source"),
                new PoisonEvent(
                        "another's key", new byte[] {8, 1, 2, 4}, EVENT.bytes(), "the key is not the event's source"),
                new PoisonEvent(
                        "a time from the future",
                        key,
                        withLong(EVENT_TIME_AT, Long.MAX_VALUE),
                        "time 9223372036854775807 is not in 0 to an hour after arrival"),
                new PoisonEvent(
                        "an arrival from the future",
                        key,
                        withLong(ARRIVAL_AT, Long.MAX_VALUE),
                        "arrival 9223372036854775807 is not in 0 to a day after the record's"),
                new PoisonEvent(
                        "8 MB of nothing", key, new byte[Topic.LARGEST_RECORD - 100], "schema version 0 is not 1"));
    }

    @ParameterizedTest
    @MethodSource("poisonEvents")
    void anEventThatIsNoneIsADeadLetterAndTheNextIsJudged(PoisonEvent poison) {
        try (var detector = new DetectorDriver(NOON)) {
            detector.settings(SETTINGS);
            detector.events(EVENT);
            detector.eventBytes(poison.key(), poison.value(), NOON);
            detector.events(traffic("PA-1", "8.1.2.3", "5.6.7.8", 2, 1));

            assertThat(detector.detections()).hasSize(1);
            assertThat(detector.count("active_defense_detector_ignored", "reason", "unreadable"))
                    .isEqualTo(1);
            assertThat(detector.records(Topics.DEAD_LETTERS)).singleElement().satisfies(letter -> {
                byte[] value = poison.value() == null ? new byte[0] : poison.value();
                assertThat(letter.value()).isEqualTo(Arrays.copyOf(value, Math.min(value.length, 65_536)));
                assertThat(new String(letter.headers().lastHeader("reason").value(), UTF_8))
                        .isEqualTo(poison.reason());
                assertThat(new String(letter.headers().lastHeader("offset").value(), UTF_8))
                        .isEqualTo("1");
            });
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record PoisonRecord(
            String what, Topic<String, ?> topic, @Nullable String key, byte @Nullable [] value) {
        @Override
        public String toString() {
            return topic.name() + ": " + what;
        }
    }

    static Stream<PoisonRecord> poisonRecords() {
        return Stream.of(
                settings("garbage", "no JSON"),
                settings("a rule mode from the future", "{\"version\": 8, \"portScan\": {\"mode\": \"learn\"}}"),
                settings("a rule of another shape", "{\"version\": 8, \"portScan\": [1, 2]}"),
                settings("what no rule accepts", "{\"version\": 8, \"portScan\": {\"threshold\": 0}}"),
                settings("JSON's null", "null"),
                new PoisonRecord("a tombstone", Topics.DEFENSE_SETTINGS, Topics.SETTINGS_KEY, null),
                new PoisonRecord("another key", Topics.DEFENSE_SETTINGS, "x", SETTINGS.getBytes(UTF_8)),
                new PoisonRecord("no key", Topics.DEFENSE_SETTINGS, null, SETTINGS.getBytes(UTF_8)),
                new PoisonRecord("garbage", Topics.BLACKLIST, "8.1.2.3", new byte[] {1, 2, 3}),
                new PoisonRecord("no object", Topics.BLACKLIST, "8.1.2.3", "[]".getBytes(UTF_8)),
                new PoisonRecord("JSON's null", Topics.BLACKLIST, "8.1.2.3", "null".getBytes(UTF_8)),
                new PoisonRecord("no address", Topics.BLACKLIST, "here", null),
                new PoisonRecord("no key", Topics.BLACKLIST, null, null),
                new PoisonRecord("garbage", Topics.DETECTOR_STATUS, "0", new byte[] {1}),
                new PoisonRecord("no partition", Topics.DETECTOR_STATUS, "all", null));
    }

    private static PoisonRecord settings(String what, String json) {
        return new PoisonRecord(what, Topics.DEFENSE_SETTINGS, Topics.SETTINGS_KEY, json.getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("poisonRecords")
    void aRecordThatCantBeTakenIsRefusedAndWhatWasInForceStays(PoisonRecord poison) {
        try (var detector = new DetectorDriver(NOON)) {
            detector.settings(SETTINGS);
            detector.bytes(poison.topic().name(), poison.key(), poison.value());
            detector.events(EVENT, traffic("PA-1", "8.1.2.3", "5.6.7.8", 2, 1));

            assertThat(detector.detections())
                    .extracting(Detection::settingsVersion)
                    .containsExactly(7L);
            assertThat(detector.count(
                            "active_defense_detector_refused",
                            "topic",
                            poison.topic().name()))
                    .isEqualTo(1);
        }
    }

    @Property(tries = 150)
    void whateverBytesComeTheStreamGoesOnAndItsStateIsRestored(
            @ForAll @IntRange(max = 60) int changes, @ForAll Random random) {
        try (var detector = new DetectorDriver(NOON)) {
            detector.settings(SETTINGS);
            for (int i = 0; i < 5; i++) {
                byte[] bytes = random.nextBoolean()
                        ? swollen(random)
                        : threat("PA-1", "8.1.2.9", i).bytes().clone();
                for (int change = 0; change < changes; change++) {
                    bytes[random.nextInt(1, bytes.length)] = (byte) random.nextInt();
                }
                detector.eventBytes(keyOf(bytes), bytes, NOON);
            }
            detector.crashAndRestore();
            detector.settings(SETTINGS);
            detector.events(traffic("PA-2", "8.1.2.3", "5.6.7.8", 1, 0), traffic("PA-2", "8.1.2.3", "5.6.7.8", 2, 1));

            assertThat(detector.detections())
                    .extracting(Detection::source)
                    .extracting(Object::toString)
                    .contains("8.1.2.3");
        }
    }

    /** With texts as long as the layout allows, of bytes that grow when they are read as text. */
    private static byte[] swollen(Random random) {
        byte[] text = new byte[FirewallEventWriter.LONGEST_TEXT];
        Arrays.fill(text, (byte) 0xff);
        return new FirewallEventWriter()
                .logType(LogType.TRAFFIC)
                .source(IpAddress.parse("8.1.2.9"), 1)
                .destination(IpAddress.parse("5.6.7.8"), random.nextInt(65_536))
                .time(NOON.toEpochMilli(), TimeOrigin.TIME_RECEIVED)
                .arrival(NOON.toEpochMilli())
                .action(Action.OTHER)
                .text(EventText.DEVICE, text, 0, random.nextInt(256))
                .text(EventText.RULE_NAME, text, 0, text.length)
                .text(EventText.ACTION, text, 0, text.length)
                .build()
                .bytes();
    }

    private static byte @Nullable [] keyOf(byte[] bytes) {
        try {
            return EventKey.of(FirewallEvent.of(bytes));
        } catch (UnreadableEventException e) {
            return null; // no event has no source
        }
    }

    private static byte[] withLong(int at, long value) {
        byte[] bytes = EVENT.bytes().clone();
        ByteBuffer.wrap(bytes).putLong(at, value);
        return bytes;
    }
}
