// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.json;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Evidence;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.CountedActions;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceLogType;
import io.activedefense.contracts.settings.DeviceSettings;
import io.activedefense.contracts.settings.DistinctCountSettings;
import io.activedefense.contracts.settings.GuardSettings;
import io.activedefense.contracts.settings.LineFormat;
import io.activedefense.contracts.settings.Network;
import io.activedefense.contracts.settings.NewDevices;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.contracts.settings.VulnerabilitySettings;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.DetectorStatus;
import io.activedefense.contracts.status.RefusedLine;
import io.activedefense.contracts.status.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A record of each kind.
 *
 * @param schema its schema's name
 * @param topic that carries it
 * @param whole with every field
 * @param least without what can be absent
 * @param needed fields without which it can't be built
 */
record Sample(String schema, Topic<?, ?> topic, Object whole, Object least, Set<String> needed) {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-22T12:00:00.123Z");
    private static final Cidr ADDRESS = Cidr.parse("192.0.2.7");
    private static final Cidr GROUP = Cidr.parse("2001:db8:1:2::/64");
    private static final Evidence PROBE =
            new Evidence(NOON, "PA-1", "198.51.100.1", 22, "drop", "Clean-up deny", null, null);
    private static final Evidence EXPLOIT =
            new Evidence(NOON, "PA-1", "2001:db8::1", 443, "reset-both", "In \"1\"", "Log4j; \u00e9", "critical");

    static final List<Sample> ALL = List.of(
            new Sample(
                    "detection",
                    Topics.DETECTIONS,
                    new Detection(
                            GROUP,
                            "port-scan",
                            2,
                            NOON,
                            LATER,
                            List.of(PROBE, EXPLOIT),
                            "RU",
                            7,
                            Disposition.HOLD,
                            "a resolver"),
                    new Detection(ADDRESS, "ip-scan", 0, NOON, NOON, List.of(), null, 1, Disposition.LIST, null),
                    Set.of("source", "rule", "at", "lastSeen", "evidence", "disposition")),
            new Sample(
                    "sighting",
                    Topics.SIGHTINGS,
                    new Sighting(ADDRESS, 4_000_000_000L, LATER),
                    new Sighting(GROUP, 1, NOON),
                    Set.of("source", "count", "lastSeen")),
            new Sample(
                    "blacklist-entry",
                    Topics.BLACKLIST,
                    new BlacklistEntry(
                            GROUP,
                            new TreeSet<>(Set.of("port-scan", "vulnerability")),
                            Origin.DETECTED,
                            "seen in the office too",
                            NOON,
                            NOON,
                            NOON,
                            LATER,
                            LATER,
                            3,
                            12,
                            List.of(EXPLOIT),
                            "C\u00f4te d'Ivoire"),
                    new BlacklistEntry(
                            ADDRESS,
                            new TreeSet<>(),
                            Origin.USER_ADDED,
                            null,
                            NOON,
                            NOON,
                            NOON,
                            null,
                            null,
                            0,
                            0,
                            List.of(),
                            null),
                    Set.of("address", "reasons", "origin", "firstSeen", "lastSeen", "listedAt", "evidence")),
            new Sample(
                    "blacklist-event",
                    Topics.BLACKLIST_EVENTS,
                    new BlacklistEvent(
                            BlacklistEvent.Kind.RELEASED,
                            ADDRESS,
                            NOON,
                            "admin",
                            "our own scanner",
                            new TreeSet<>(Set.of("ip-scan")),
                            LATER),
                    new BlacklistEvent(BlacklistEvent.Kind.ADDED, GROUP, NOON, "system", null, new TreeSet<>(), null),
                    Set.of("kind", "address", "at", "by", "reasons")),
            new Sample(
                    "defense-settings",
                    Topics.DEFENSE_SETTINGS,
                    new DefenseSettings(
                            12,
                            false,
                            1,
                            new DistinctCountSettings(RuleMode.OBSERVE, 1_000, 1_440, CountedActions.DENIED),
                            new DistinctCountSettings(RuleMode.OFF, 1, 0, CountedActions.ALL),
                            new VulnerabilitySettings(
                                    RuleMode.ENFORCE, 2, new TreeSet<>(Set.of("spyware", "virus")), CountedActions.ALL),
                            false,
                            128,
                            List.of(new Network(Cidr.parse("10.0.0.0/8"), "ours", LATER)),
                            List.of(new Network(GROUP, null, null)),
                            730,
                            1,
                            new DeviceSettings(NewDevices.WAIT, 100_000, 10_080, 86_400),
                            new GuardSettings(1_000_000, 1_440, true, 100, 1, 24, 48)),
                    DefenseSettings.DEFAULTS,
                    Set.of()),
            new Sample(
                    "device",
                    Topics.DEVICES,
                    new Device("PA-1", true, ZoneId.of("Europe/Berlin"), DeviceLogType.BOTH, LineFormat.CSV),
                    new Device("PA-2", false, null, null, null),
                    Set.of("name")),
            new Sample(
                    "bridge-status",
                    Topics.BRIDGE_STATUS,
                    new BridgeStatus(
                            "one",
                            "/var/log/Firewall/PA-1.log",
                            "PA-1",
                            Standing.OVER_LIMIT,
                            9,
                            1,
                            2,
                            3,
                            Map.of("no-source", 2L),
                            List.of(new RefusedLine("no-source", NOON, 4, "x")),
                            NOON,
                            LATER,
                            -90L,
                            LATER),
                    new BridgeStatus(
                            "one",
                            "/var/log/Firewall/PA-1.log",
                            "PA-1",
                            Standing.READ,
                            0,
                            0,
                            0,
                            0,
                            Map.of(),
                            List.of(),
                            null,
                            null,
                            null,
                            NOON),
                    Set.of("instance", "file", "device", "deadLetters", "at")),
            new Sample(
                    "detector-status",
                    Topics.DETECTOR_STATUS,
                    new DetectorStatus(
                            3,
                            NOON,
                            100,
                            1,
                            Map.of("internal", 9L),
                            Map.of("port-scan", 2L),
                            5,
                            900,
                            6,
                            7,
                            2,
                            true,
                            80,
                            LATER),
                    DetectorStatus.ofNothing(0, 1, false, NOON),
                    Set.of("ignored", "detections", "at")));

    /** Whether every field can be left out. */
    boolean allDefaults() {
        return whole instanceof DefenseSettings;
    }

    @Override
    public String toString() {
        return schema;
    }
}
