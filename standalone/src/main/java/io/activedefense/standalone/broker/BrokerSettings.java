// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.broker;

import java.nio.file.Path;

/**
 * The broker's {@code server.properties}: one node that is broker and controller, on loopback, alone. Failing over to
 * itself after a kill takes seconds instead of a dozen; segments are small so that retention can delete in time.
 */
record BrokerSettings(Path logFolder, int brokerPort, int controllerPort) {
    String text() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s

                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0

                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=2000
                controller.quorum.election.timeout.ms=200
                controller.quorum.election.backoff.max.ms=100
                controller.quorum.fetch.timeout.ms=400

                log.message.timestamp.type=LogAppendTime
                log.segment.bytes=67108864
                log.retention.check.interval.ms=60000
                log.segment.delete.delay.ms=10000
                log.cleaner.dedupe.buffer.size=16777216
                num.network.threads=2
                num.io.threads=4
                """.formatted(brokerPort, controllerPort, logFolder.toString().replace("\\", "\\\\"));
    }
}
