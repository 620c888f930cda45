// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.broker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker serves when the cluster names it: until then it answers, but hosts no topic. */
final class BrokerReadiness {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerReadiness.class);
    private static final int LOOK_AGAIN_MS = 50;
    private static final int ANSWER_MS = 1_000;

    private BrokerReadiness() {}

    /** Whether the broker came to serve within the time; false at once when its process ends. */
    static boolean awaited(Process broker, String bootstrapServers, Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "broker-readiness",
                "reconnect.backoff.ms",
                LOOK_AGAIN_MS,
                "reconnect.backoff.max.ms",
                4 * LOOK_AGAIN_MS))) {
            while (!broker.waitFor(LOOK_AGAIN_MS, MILLISECONDS) && System.nanoTime() < deadline) {
                if (serves(admin)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean serves(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get(ANSWER_MS, MILLISECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The broker does not answer yet", e);
            return false;
        }
    }
}
