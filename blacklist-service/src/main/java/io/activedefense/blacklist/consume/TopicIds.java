// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import io.activedefense.contracts.kafka.KafkaConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** How the cluster knows a topic: one made anew under the same name has another id. */
final class TopicIds {
    private TopicIds() {}

    static String of(String topic, KafkaConnection kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka.with(Map.of("client.id", "blacklist-topic-ids")))) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .topicId()
                    .toString();
        }
    }
}
