// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Well while Kafka takes lines and every folder can be read. */
@Singleton
final class IngestHealth implements HealthIndicator {
    private final IngestLoop loop;

    IngestHealth(IngestLoop loop) {
        this.loop = loop;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        boolean alive = loop.alive();
        boolean kafka = loop.kafkaReachable();
        boolean folders = loop.foldersReadable();
        boolean decided = loop.devicesDecided();
        return Publishers.just(HealthResult.builder("ingest-bridge")
                .status(alive && kafka && folders && decided ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of(
                        "running",
                        alive,
                        "kafka-reachable",
                        kafka,
                        "folders-readable",
                        folders,
                        "devices-known",
                        decided,
                        "refused-links",
                        loop.refusedLinks()))
                .build());
    }
}
