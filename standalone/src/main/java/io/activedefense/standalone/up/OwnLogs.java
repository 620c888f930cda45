// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends what we log to files, which roll: the console is for the few lines that an operator needs. */
final class OwnLogs {
    private OwnLogs() {}

    static void writeTo(Path folder) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("own-logs", folder.toString());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(requireNonNull(OwnLogs.class.getResource("/own-logs.xml")));
        } catch (JoranException e) {
            throw new IllegalStateException("own-logs.xml is not a configuration", e);
        }
    }
}
