// SPDX-License-Identifier: Apache-2.0
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Keeps what is listed now, and prints what changes. It reads the whole topic at every start, so it needs no group:
///
///     java -cp 'lib/*' BlacklistDashboard.java 127.0.0.1:9092
void main(String[] arguments) throws Exception {
    var json = new ObjectMapper();
    var listed = new TreeMap<String, JsonNode>();
    // What is published is published in transactions.
    Map<String, Object> settings = Map.of("bootstrap.servers", arguments[0], "isolation.level", "read_committed");
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
        var partitions = consumer.partitionsFor("activedefense.blacklist").stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!Thread.interrupted()) {
            for (var record : consumer.poll(Duration.ofSeconds(1))) {
                // A release is a last value with releasedAt; seven days later there is none.
                JsonNode entry = record.value() == null ? null : json.readTree(record.value());
                boolean gone = entry == null || entry.has("releasedAt");
                JsonNode before = gone ? listed.remove(record.key()) : listed.put(record.key(), entry);
                if (gone && before != null) {
                    IO.println("released " + record.key() + ", " + listed.size() + " listed");
                } else if (!gone && before == null) {
                    IO.println("listed " + record.key() + " " + entry.get("reasons") + ", " + listed.size() + " listed");
                }
            }
        }
    }
}
