// SPDX-License-Identifier: Apache-2.0
package io.activedefense.application;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables that are read here, before Micronaut reads the others.
 *
 * <p>Secrets stay in files: {@code NAME_FILE} names the file that holds what {@code NAME} would say. So it is for the
 * database's password and for whatever Kafka's clients are told; a secret then stands neither on a command line nor in an
 * environment, which others may read.
 *
 * <p>Kafka's settings, all below {@code ACTIVE_DEFENSE_KAFKA_}, have dots where a variable has underscores. Micronaut
 * can't know, and would neither find them nor let them override a default.
 */
final class EnvironmentSettings {
    private static final String FILE = "_FILE";
    private static final String DATABASE_PASSWORD = "DATASOURCES_DEFAULT_PASSWORD";
    private static final String KAFKA = "ACTIVE_DEFENSE_KAFKA_";

    /** A keystore's key and certificates, whole, and far less than what is no secret. */
    private static final long MOST_BYTES = 1 << 20;

    private final Map<String, String> variables;

    private EnvironmentSettings(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Takes what it reads from an environment.
     *
     * @throws IllegalArgumentException if something stands there both as it is and in a file
     */
    static EnvironmentSettings of(Map<String, String> environment) {
        var variables = new TreeMap<String, String>();
        environment.forEach((variable, value) -> {
            if (isReadHere(variable)) {
                requireOnce(variable, environment);
                variables.put(variable, value);
            }
        });
        return new EnvironmentSettings(variables);
    }

    /** The variables that are read here, so by nobody else. */
    String[] variables() {
        return variables.keySet().toArray(String[]::new);
    }

    /**
     * What they say, by the setting's name; a line's end behind a file's content is not part of it.
     *
     * @throws IllegalArgumentException if a file can't be read
     */
    Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        variables.forEach((variable, value) ->
                settings.put(settingOf(nameOf(variable)), isFile(variable) ? read(variable, Path.of(value)) : value));
        return settings;
    }

    private static boolean isReadHere(String variable) {
        String name = nameOf(variable);
        return (name.equals(DATABASE_PASSWORD) && isFile(variable))
                || (name.startsWith(KAFKA) && name.length() > KAFKA.length());
    }

    private static boolean isFile(String variable) {
        return variable.endsWith(FILE);
    }

    private static String nameOf(String variable) {
        return isFile(variable) ? variable.substring(0, variable.length() - FILE.length()) : variable;
    }

    private static void requireOnce(String variable, Map<String, String> environment) {
        if (isFile(variable) && environment.containsKey(nameOf(variable))) {
            throw new IllegalArgumentException(
                    nameOf(variable) + " and " + variable + " are both set; only one of them is accepted");
        }
    }

    private static String settingOf(String name) {
        return name.startsWith(KAFKA) ? "active-defense.kafka." + dotted(name.substring(KAFKA.length())) : dotted(name);
    }

    private static String dotted(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String read(String variable, Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused(variable, file, "is larger than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file).replaceFirst("[\\r\\n]+$", "");
        } catch (CharacterCodingException e) {
            throw refused(variable, file, "is not a text in UTF-8");
        } catch (IOException e) {
            throw refused(variable, file, "can't be read by user " + System.getProperty("user.name"));
        }
    }

    private static IllegalArgumentException refused(String variable, Path file, String why) {
        return new IllegalArgumentException(variable + ": " + file + " " + why);
    }
}
