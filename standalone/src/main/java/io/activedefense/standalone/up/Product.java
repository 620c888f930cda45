// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.standalone.broker.Broker;
import io.activedefense.standalone.broker.BrokerProgram;
import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.data.Ports;
import io.activedefense.standalone.database.Postgres;
import io.activedefense.standalone.server.Server;
import io.activedefense.standalone.server.Supervision;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs: broker and database, which start side by side, then the applications. */
final class Product implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Product.class);

    private final Plan plan;
    private final DataFolder data;
    private final Path logs;
    private final Progress progress;
    private final Map<Part, AutoCloseable> parts = new EnumMap<>(Part.class);
    private boolean closed;

    Product(Plan plan, DataFolder data, Path logs, Progress progress) {
        this.plan = plan;
        this.data = data;
        this.logs = logs;
        this.progress = progress;
    }

    void start() throws Exception {
        var ports = Ports.rememberedIn(data.root().resolve(Ports.FILE));
        try (var starts = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = starts.submit(() -> startDatabase(ports));
            var broker = starts.submit(() -> startBroker(ports));
            startApplications(result(database), result(broker));
        }
    }

    /** Stops the parts in their order; one that can't be stopped doesn't keep the next from it. */
    @Override
    public void close() {
        Map<Part, AutoCloseable> toStop;
        synchronized (this) {
            closed = true;
            toStop = new EnumMap<>(parts);
            parts.clear();
        }
        toStop.forEach(Product::stop);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private Postgres startDatabase(Ports ports) throws Exception {
        return progress.stage("database", () -> supervised(Part.DATABASE, Postgres.of(data, ports)));
    }

    private Broker startBroker(Ports ports) throws Exception {
        return progress.stage(
                "broker", () -> supervised(Part.BROKER, Broker.of(data, ports, BrokerProgram.installed())));
    }

    private void startApplications(Postgres database, Broker broker) throws Exception {
        var properties = ApplicationProperties.of(plan, data, logs, broker, database);
        progress.stage("applications", () -> {
            var applications = new Applications(properties);
            toBeStopped(Part.APPLICATIONS, applications::stop);
            applications.start();
            return applications;
        });
    }

    private <S extends Server> S supervised(Part part, S server) throws Exception {
        var supervision = new Supervision(server);
        toBeStopped(part, supervision);
        supervision.start();
        return server;
    }

    /** Takes on what is stopped with the product; refuses it once the product stops. */
    synchronized void toBeStopped(Part part, AutoCloseable running) {
        if (closed) {
            throw new CannotStartException("Stopped while it started");
        }
        parts.put(part, running);
    }

    private static void stop(Part part, AutoCloseable running) {
        try {
            running.close();
            LOG.info("Stopped: {}", part);
        } catch (Exception e) {
            LOG.error("Not stopped: {}", part, e);
        }
    }

    private static <T> T result(Future<T> start) throws Exception {
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
