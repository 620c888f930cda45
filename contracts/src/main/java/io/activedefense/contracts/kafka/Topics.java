// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import static io.activedefense.contracts.kafka.Access.writtenBy;
import static io.activedefense.contracts.kafka.Client.BLACKLIST_SERVICE;
import static io.activedefense.contracts.kafka.Client.DASHBOARD;
import static io.activedefense.contracts.kafka.Client.DETECTOR_STREAMS;
import static io.activedefense.contracts.kafka.Client.INGEST_BRIDGE;

import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.Topic.Spread;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.DetectorStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Every topic of the product. */
public final class Topics {
    public static final String PREFIX = "activedefense.";

    /** The key of the one document in {@link #DEFENSE_SETTINGS}. */
    public static final String SETTINGS_KEY = "settings";

    /** Parsed lines, by {@link EventKey}. */
    public static final Topic<byte[], FirewallEvent> FIREWALL_EVENTS = wide(
            "firewall-events",
            Serdes.ByteArray(),
            new FirewallEventSerde(),
            Duration.ofDays(7),
            writtenBy(INGEST_BRIDGE, DETECTOR_STREAMS, BLACKLIST_SERVICE));

    /** Lines that the bridge refused, by device, and records that the detector refused; headers say why. */
    public static final Topic<String, byte[]> DEAD_LETTERS = wide(
            "firewall-events-dead-letter",
            Serdes.String(),
            Serdes.ByteArray(),
            Duration.ofDays(30),
            writtenBy(Set.of(INGEST_BRIDGE, DETECTOR_STREAMS), BLACKLIST_SERVICE));

    /** Rules that fired, by source. */
    public static final Topic<String, Detection> DETECTIONS = wide(
            "detections",
            Serdes.String(),
            new JsonSerde<>(Detection.class),
            Duration.ofDays(30),
            writtenBy(DETECTOR_STREAMS, BLACKLIST_SERVICE));

    /** Listed sources that were seen again, by source. */
    public static final Topic<String, Sighting> SIGHTINGS = wide(
            "sightings",
            Serdes.String(),
            new JsonSerde<>(Sighting.class),
            Duration.ofDays(7),
            writtenBy(DETECTOR_STREAMS, BLACKLIST_SERVICE));

    /** Public: what is listed, by address. */
    public static final Topic<String, BlacklistEntry> BLACKLIST = wide(
            "blacklist",
            Serdes.String(),
            new JsonSerde<>(BlacklistEntry.class),
            null,
            writtenBy(BLACKLIST_SERVICE, DETECTOR_STREAMS, DASHBOARD));

    /** Public: what happened to entries, by address. */
    public static final Topic<String, BlacklistEvent> BLACKLIST_EVENTS = wide(
            "blacklist-events",
            Serdes.String(),
            new JsonSerde<>(BlacklistEvent.class),
            Duration.ofDays(90),
            writtenBy(BLACKLIST_SERVICE, DASHBOARD));

    /** The settings in force, under {@link #SETTINGS_KEY}. */
    public static final Topic<String, DefenseSettings> DEFENSE_SETTINGS = single(
            "defense-settings",
            new JsonSerde<>(DefenseSettings.class),
            writtenBy(BLACKLIST_SERVICE, DETECTOR_STREAMS, INGEST_BRIDGE));

    /** What operators decided about firewalls, by device name. */
    public static final Topic<String, Device> DEVICES =
            single("devices", new JsonSerde<>(Device.class), writtenBy(BLACKLIST_SERVICE, INGEST_BRIDGE));

    /** By instance and file. */
    public static final Topic<String, BridgeStatus> BRIDGE_STATUS =
            single("bridge-status", new JsonSerde<>(BridgeStatus.class), writtenBy(INGEST_BRIDGE, BLACKLIST_SERVICE));

    /** By partition of the events. The detector reads it as well: what it told is not taken back by who knows less. */
    public static final Topic<String, DetectorStatus> DETECTOR_STATUS = single(
            "detector-status",
            new JsonSerde<>(DetectorStatus.class),
            writtenBy(DETECTOR_STREAMS, DETECTOR_STREAMS, BLACKLIST_SERVICE));

    public static final List<Topic<?, ?>> ALL = List.of(
            FIREWALL_EVENTS,
            DEAD_LETTERS,
            DETECTIONS,
            SIGHTINGS,
            BLACKLIST,
            BLACKLIST_EVENTS,
            DEFENSE_SETTINGS,
            DEVICES,
            BRIDGE_STATUS,
            DETECTOR_STATUS);

    private Topics() {}

    private static <K, V> Topic<K, V> wide(
            String name, Serde<K> key, Serde<V> value, @Nullable Duration kept, Access access) {
        return new Topic<>(PREFIX + name, key, value, Spread.WIDE, kept, access);
    }

    private static <V> Topic<String, V> single(String name, Serde<V> value, Access access) {
        return new Topic<>(PREFIX + name, Serdes.String(), value, Spread.SINGLE, null, access);
    }
}
