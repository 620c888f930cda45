// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three applications in one Micronaut context. */
final class Applications {
    private static final Logger LOG = LoggerFactory.getLogger(Applications.class);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(4);

    private final ApplicationContext context;

    Applications(Map<String, Object> properties) {
        this.context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .properties(properties)
                .build();
    }

    /** Returns when pages are served. */
    void start() {
        context.start();
        context.getBean(EmbeddedServer.class).start();
    }

    /** Gives up on an application that takes too long: it is built to survive being killed. */
    void stop() throws InterruptedException {
        var closing = Thread.ofPlatform().daemon().name("stop-applications").start(context::close);
        if (!closing.join(TIME_TO_STOP)) {
            LOG.warn("The applications did not stop within {}", TIME_TO_STOP);
        }
    }
}
