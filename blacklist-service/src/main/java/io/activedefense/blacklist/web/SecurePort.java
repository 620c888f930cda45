// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** The port that TLS is spoken on: as it is set, or what the system chose for it. */
@Singleton
final class SecurePort {
    private volatile int number;

    SecurePort(@Property(name = HttpsSettings.PREFIX + ".port", defaultValue = "8443") int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The listener for TLS is the server's first. */
    @EventListener
    void started(ServerStartupEvent event) {
        if (event.getSource() instanceof NettyEmbeddedServer server) {
            number = server.getBoundPorts().iterator().next();
        }
    }
}
