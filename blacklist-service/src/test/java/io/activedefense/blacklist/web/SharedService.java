// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a {@code @BeforeAll} method the one service that the tests of this JVM share, and its database: starting one
 * takes seconds. Who needs an empty list clears it; who stops a service starts one of its own.
 */
final class SharedService implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(SharedService.class);

    /** Started by the first test that asks, closed behind the last one. */
    private static final class Running implements AutoCloseable {
        private final TestDatabase database = new TestDatabase();
        private final Path folder = temporaryFolder();
        private final RunningService service = RunningService.start(folder, database.url());

        @Override
        public void close() throws IOException {
            service.close();
            database.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("shared-service");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningService.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getRoot().getStore(OURS).computeIfAbsent(Running.class, type -> new Running(), Running.class);
        return parameter.getParameter().getType() == TestDatabase.class ? running.database : running.service;
    }
}
