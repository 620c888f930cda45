// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.broker;

import io.activedefense.standalone.data.CannotStartException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to run Kafka.
 *
 * @param classPath Kafka's own jars and our main class for them, which shall not mix with ours
 */
public record BrokerProgram(String classPath) {
    /** The system property that names the folders of jars, separated as in a class path. */
    public static final String FOLDERS_PROPERTY = "active-defense.broker.folders";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** As the launcher tells by {@link #FOLDERS_PROPERTY}. */
    public static BrokerProgram installed() throws IOException {
        var folders = System.getProperty(FOLDERS_PROPERTY);
        if (folders == null) {
            throw new CannotStartException("The broker's jars are not known: start with the script ./activedefense");
        }
        var classPath = Stream.<String>builder();
        for (String folder : folders.split(File.pathSeparator, -1)) {
            jarsIn(Path.of(folder)).forEach(classPath);
        }
        return new BrokerProgram(classPath.build().collect(Collectors.joining(File.pathSeparator)));
    }

    /**
     * A terminal sends Ctrl-C to all its processes at once. The broker must outlive the applications, so it is started
     * with that signal ignored, which a JVM inherits.
     *
     * @param arguments the settings file and, for a folder that is not formatted, the id of the cluster
     */
    ProcessBuilder serve(Path ownLogs, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "trap '' INT HUP; exec \"$@\"",
                "broker",
                JAVA,
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=broker-logback.xml",
                "-Dactive-defense.own-logs=" + ownLogs,
                "io.activedefense.standalone.broker.process.BrokerProcess"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", classPath);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ownLogs.resolve("broker-console.log").toFile());
        return builder;
    }

    private static List<String> jarsIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
