// SPDX-License-Identifier: Apache-2.0
package io.activedefense.application;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What an application is told when nobody says otherwise: the file {@code <application>.yml} of its jar. */
public final class Defaults {
    private Defaults() {}

    /**
     * Reads them.
     *
     * @param application as its module is named
     * @throws IllegalArgumentException if no application of that name is on the class path
     */
    public static Map<String, Object> of(String application) {
        String name = application + ".yml";
        try (var file = Defaults.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no " + name + " on the class path");
            }
            return new YamlPropertySourceLoader().read(application, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
