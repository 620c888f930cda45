// SPDX-License-Identifier: Apache-2.0
package io.activedefense.application;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.function.UnaryOperator;

/** One application in a process of its own; the environment and configuration files override its {@link Defaults}. */
public final class Application {
    private static final String LOGGING = "logback.configurationFile";

    /** Below the environment and system properties, which override it. */
    private static final int ORDER = -300;

    /** Above whatever a configuration file may say as well. */
    private static final int ENVIRONMENT_ORDER = 100;

    private Application() {}

    /**
     * Runs until the process is told to stop. One that can't start says why in one line and exits with status 1.
     *
     * @param name as its module is named
     */
    public static void run(String name) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "application-logback.xml");
        }
        try {
            ApplicationContext context = start(name);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(context::close));
        } catch (RuntimeException e) {
            System.err.println(name + ": " + innermost(e).getMessage());
            System.exit(1);
        }
    }

    /**
     * What the application would be told, by name; empty where nobody says anything.
     *
     * @param name as its module is named
     */
    public static UnaryOperator<String> settings(String name) {
        Environment environment = context(name).getEnvironment().start();
        return key -> environment.getProperty(key, String.class).orElse("");
    }

    private static ApplicationContext context(String name) {
        EnvironmentSettings environment = EnvironmentSettings.of(System.getenv());
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentVariableExcludes(environment.variables())
                .propertySources(
                        PropertySource.of(name, Defaults.of(name), ORDER),
                        PropertySource.of("environment", environment.settings(), ENVIRONMENT_ORDER))
                .build();
    }

    private static ApplicationContext start(String name) {
        ApplicationContext context = context(name);
        try {
            context.start();
            context.getBean(EmbeddedServer.class).start();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static Throwable innermost(Throwable failure) {
        return failure.getCause() == null ? failure : innermost(failure.getCause());
    }
}
