// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.blacklist.release.Watermarks;
import io.activedefense.contracts.kafka.ConsumerGroups;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Watermarks from committed offsets and the ends of partitions. */
public final class KafkaWatermarks implements Watermarks, AutoCloseable {
    private final KafkaConnection kafka;
    private final RequiredTopics topics;
    private final Map<String, String> groupsByTopic;
    private @Nullable Admin admin;

    /**
     * Watermarks.
     *
     * @param groupsByTopic this service's consumer group of each topic that the detector writes for it
     */
    public KafkaWatermarks(KafkaConnection kafka, RequiredTopics topics, Map<String, String> groupsByTopic) {
        this.kafka = kafka;
        this.topics = topics;
        this.groupsByTopic = Map.copyOf(groupsByTopic);
    }

    @Override
    public Map<Integer, Long> eventsWaiting() throws ExecutionException, InterruptedException {
        Topic<?, ?> events = Topics.FIREWALL_EVENTS;
        var waiting = new HashMap<Integer, Long>();
        waiting(events.name(), ConsumerGroups.DETECTOR).forEach((partition, lag) -> waiting.put(partition, lag));
        return waiting;
    }

    /** Records of a topic that wait for a group, by partition. */
    public Map<Integer, Long> waiting(String topic, String group) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> committed = committed(group);
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        var waiting = new HashMap<Integer, Long>();
        for (TopicPartition partition : partitions) {
            long start = starts.getOrDefault(partition, 0L);
            long from = Math.max(start, committed.getOrDefault(partition, start));
            waiting.put(partition.partition(), Math.max(0, ends.getOrDefault(partition, from) - from));
        }
        return waiting;
    }

    /** The ends include what is not committed yet: behind an open transaction lie committed records of others. */
    @Override
    public Goal detectorOutput() throws ExecutionException, InterruptedException {
        var ends = new HashMap<Place, Long>();
        for (String topic : groupsByTopic.keySet()) {
            offsets(partitions(topic), OffsetSpec.latest())
                    .forEach((partition, end) -> ends.put(new Place(topic, partition.partition()), end));
        }
        return new Goal(ends);
    }

    @Override
    public boolean isReached(Goal goal) throws ExecutionException, InterruptedException {
        for (Map.Entry<String, String> each : groupsByTopic.entrySet()) {
            Map<TopicPartition, Long> committed = committed(each.getValue());
            boolean behind = goal.ends().entrySet().stream()
                    .filter(end -> end.getKey().topic().equals(each.getKey()))
                    .anyMatch(end -> committed.getOrDefault(partition(end.getKey()), 0L) < end.getValue());
            if (behind) {
                return false;
            }
        }
        return true;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(java.time.Duration.ofSeconds(1));
        }
    }

    private List<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
        return admin().describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(description -> description.partitions().stream())
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        var offsets = new HashMap<TopicPartition, Long>();
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                admin().listOffsets(asked).all().get();
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private Map<TopicPartition, Long> committed(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> answer = admin().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var committed = new HashMap<TopicPartition, Long>();
        answer.forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    private static TopicPartition partition(Place place) {
        return new TopicPartition(place.topic(), place.partition());
    }

    private Admin admin() throws ExecutionException, InterruptedException {
        topics.ensure();
        return opened();
    }

    private synchronized Admin opened() {
        Admin open = admin;
        if (open == null) {
            open = Admin.create(kafka.with(Map.of(
                    "client.id", "blacklist-watermarks",
                    "default.api.timeout.ms", 10_000,
                    "request.timeout.ms", 5_000)));
            admin = open;
        }
        return open;
    }
}
