// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the topics' reference from their definitions. */
final class TopicsReference {
    private static final String SCHEMAS = "../../contracts/src/main/resources/schemas/";
    private static final Map<Topic<?, ?>, Content> CONTENT = Map.of(
            Topics.FIREWALL_EVENTS,
            new Content(
                    "IPv4 address (4 bytes) or IPv6 /64 (8 bytes)", "binary [event](" + SCHEMAS + "firewall-event.md)"),
            Topics.DEAD_LETTERS,
            new Content("device", "the line's bytes; headers say why"),
            Topics.DETECTIONS,
            Content.json("source", "detection"),
            Topics.SIGHTINGS,
            Content.json("source", "sighting"),
            Topics.BLACKLIST,
            Content.json("address or prefix", "blacklist-entry"),
            Topics.BLACKLIST_EVENTS,
            Content.json("address or prefix", "blacklist-event"),
            Topics.DEFENSE_SETTINGS,
            Content.json("`" + Topics.SETTINGS_KEY + "`", "defense-settings"),
            Topics.DEVICES,
            Content.json("device", "device"),
            Topics.BRIDGE_STATUS,
            Content.json("instance and file", "bridge-status"),
            Topics.DETECTOR_STATUS,
            Content.json("partition of firewall-events", "detector-status"));

    private record Content(String key, String value) {
        static Content json(String key, String schema) {
            return new Content(key, "JSON [" + schema + "](" + SCHEMAS + schema + ".schema.json)");
        }
    }

    private final String example;

    /**
     * A reference.
     *
     * @param example source of a program that reads the public topics
     */
    TopicsReference(String example) {
        this.example = example;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                """
                # Topics
                Written by `TopicsReferenceTest` from `Topics`; don't edit it by hand.

                | topic | key | value | kept | partitions |
                | --- | --- | --- | --- | --- |
                %s

                `blacklist` and `blacklist-events` are public: dashboards may subscribe to them. A change of their schemas \
                that breaks a reader is a new version. An entry's release is a last value with `releasedAt`; its tombstone \
                follows 7 days later.

                Partitions: `wide` is `active-defense.topics.partitions` (12 by default, 4 in standalone). Replicas: \
                `active-defense.topics.replication-factor` (3 by default, 1 in standalone). A topic that exists is left \
                as it is.

                Every topic has `message.timestamp.type=LogAppendTime`: a record's timestamp is the broker's, event time \
                is in the value. Retention would else delete a replayed old log before it is read, and the broker would \
                refuse the events of a device whose clock is ahead. `max.message.bytes` is %,d.

                ## Who may do what
                Only its writers write a topic; every application may also create and describe the topics below.

                | topic | %s |
                | --- | %s |
                %s

                Besides: `detector-streams` reads and writes the topics that begin with `%s-`, which it creates for its \
                state, and is in the consumer group of that name, which `blacklist-service` may describe. `blacklist-service` is \
                in the groups that begin with `%s.` and publishes with the transactional id `%s`; an application that \
                writes within transactions needs write access to its transactional ids.

                ## A dashboard
                What is listed is the last value a key of `%s`, as long as that has no `releasedAt`. `%s` tells what \
                happened, by whom and why; a reader must bear a repetition, since a batch may come twice after a crash. \
                This program keeps what is listed and prints what changes; a test runs it \
                ([source](../examples/BlacklistDashboard.java)). Where Kafka asks who one is, add the client's properties.

                ```java
                %s```
                """,
                rows(this::definition),
                Topic.LARGEST_RECORD,
                clients(Client::text),
                clients(client -> "---"),
                rows(this::access),
                ConsumerGroups.DETECTOR,
                ConsumerGroups.BLACKLIST_SERVICE,
                ConsumerGroups.BLACKLIST_RELAY,
                Topics.BLACKLIST.name(),
                Topics.BLACKLIST_EVENTS.name(),
                example);
    }

    private static String rows(Function<Topic<?, ?>, String> row) {
        return Topics.ALL.stream().map(row).collect(Collectors.joining("\n"));
    }

    private static String clients(Function<Client, String> cell) {
        return Stream.of(Client.values()).map(cell).collect(Collectors.joining(" | "));
    }

    private String definition(Topic<?, ?> topic) {
        Content content = Objects.requireNonNull(CONTENT.get(topic), topic.name());
        String partitions = topic.spread() == Topic.Spread.WIDE ? "wide" : "1";
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(topic.name(), content.key(), content.value(), kept(topic.kept()), partitions);
    }

    private static String kept(@Nullable Duration kept) {
        return kept == null ? "the last value a key" : kept.toDays() + " days";
    }

    private String access(Topic<?, ?> topic) {
        return "| `%s` | %s |".formatted(topic.name(), clients(client -> mayDo(client, topic.access())));
    }

    private static String mayDo(Client client, Access access) {
        if (access.writers().contains(client)) {
            return access.readers().contains(client) ? "read, write" : "write";
        }
        return access.readers().contains(client) ? "read" : "";
    }
}
