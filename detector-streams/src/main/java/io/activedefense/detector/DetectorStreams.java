// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Runs the detector alone; {@code detector-streams.yml}, the environment and configuration files configure it. */
public final class DetectorStreams {
    private static final String NAME = "detector-streams";

    /** Below the environment and system properties, which override it. */
    private static final int ORDER = -300;

    private DetectorStreams() {}

    public static void main(String[] args) {
        try {
            var context = start();
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(context::close));
        } catch (RuntimeException e) {
            System.err.println(NAME + ": " + innermost(e).getMessage());
            System.exit(1);
        }
    }

    private static ApplicationContext start() {
        var context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .propertySources(PropertySource.of(NAME, defaults(), ORDER))
                .build();
        try {
            context.start();
            context.getBean(EmbeddedServer.class).start();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static Map<String, Object> defaults() {
        try (var yaml = DetectorStreams.class.getResourceAsStream("/" + NAME + ".yml")) {
            return new YamlPropertySourceLoader().read(NAME, Objects.requireNonNull(yaml, "the jar has its settings"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Throwable innermost(Throwable failure) {
        return failure.getCause() == null ? failure : innermost(failure.getCause());
    }
}
