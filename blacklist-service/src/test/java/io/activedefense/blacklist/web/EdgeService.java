// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.application.Defaults;
import io.activedefense.blacklist.testing.EmptyAllowlist;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service under settings of its edge, with database and Kafka away: what it says then is of the edge alone. */
final class EdgeService implements AutoCloseable {
    private final ApplicationContext context;
    private final List<Integer> ports;

    private EdgeService(Path folder, Map<String, ?> settings) {
        var all = new HashMap<>(Defaults.of("blacklist-service"));
        all.put("datasources.default.url", RunningService.NO_DATABASE);
        all.put("datasources.default.connection-timeout", "250");
        all.put("active-defense.kafka.bootstrap.servers", "127.0.0.1:1");
        all.put("micronaut.server.port", "-1");
        all.put("active-defense.blacklist-service.state-directory", folder.toString());
        all.put(
                "active-defense.blacklist-service.admin-password-file",
                folder.resolve("initial-admin-password").toString());
        all.put(EmptyAllowlist.PROPERTY, EmptyAllowlist.in(folder));
        all.putAll(settings);
        this.context =
                ApplicationContext.builder().properties(all).banner(false).start();
        NettyEmbeddedServer server = context.getBean(NettyEmbeddedServer.class).start();
        this.ports = new ArrayList<>(server.getBoundPorts());
    }

    static EdgeService start(Path folder, Map<String, ?> settings) {
        return new EdgeService(folder, settings);
    }

    ApplicationContext context() {
        return context;
    }

    /** Of plain HTTP. */
    int port() {
        return ports.getLast();
    }

    /** Of TLS, where it is on. */
    int securePort() {
        return ports.getFirst();
    }

    @Override
    public void close() {
        context.close();
    }
}
