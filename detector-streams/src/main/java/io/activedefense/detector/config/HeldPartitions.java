// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.activedefense.contracts.kafka.ConsumerGroups;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * Which partitions of the events are this instance's. The group is asked, as Kafka Streams names the tasks of a thread only
 * once their state is restored, which it does not do while it is paused.
 */
final class HeldPartitions implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;

    HeldPartitions(KafkaConnection kafka) {
        int patience = (int) PATIENCE.toMillis();
        admin = Admin.create(kafka.with(Map.of("default.api.timeout.ms", patience, "request.timeout.ms", patience)));
    }

    Set<Integer> of(KafkaStreams streams) throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> own = streams.metadataForLocalThreads().stream()
                .map(ThreadMetadata::consumerClientId)
                .collect(toUnmodifiableSet());
        return group().members().stream()
                .filter(member -> own.contains(member.clientId()))
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> partition.topic().equals(Topics.FIREWALL_EVENTS.name()))
                .map(TopicPartition::partition)
                .collect(toUnmodifiableSet());
    }

    private ConsumerGroupDescription group() throws ExecutionException, InterruptedException, TimeoutException {
        String group = ConsumerGroups.DETECTOR;
        return Objects.requireNonNull(
                        admin.describeConsumerGroups(List.of(group))
                                .describedGroups()
                                .get(group),
                        "it was asked for")
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
