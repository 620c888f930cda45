// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.contracts.settings.StrictDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a fresh database starts with: the defaults, and an allowlist of the well-known public resolvers, whose
 * answers look like scans.
 */
final class FirstSettings {
    private static final String SHIPPED = "first-settings.json";

    private FirstSettings() {}

    /**
     * The document in the file, with the shipped allowlist where it names none; or what is shipped where no file is named.
     *
     * @throws InvalidSettingException if the file can't be read or what it says is not accepted
     */
    static DefenseSettings from(@Nullable Path file) {
        return file == null ? shipped() : read(file);
    }

    private static DefenseSettings read(Path file) {
        try {
            byte[] document = Files.readAllBytes(file);
            var settings = StrictDocument.read(document, DefenseSettings.class);
            boolean hasAllowlist = Json.TOLERANT.readTree(document).has("allowlist");
            return hasAllowlist ? settings : settings.withAllowlist(shipped().allowlist());
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "active-defense.blacklist-service.first-settings",
                    file,
                    "a readable file with a settings document");
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException(file + ": " + e.field(), e.value(), e.accepted());
        }
    }

    private static DefenseSettings shipped() {
        try (var document = Objects.requireNonNull(FirstSettings.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return StrictDocument.read(document.readAllBytes(), DefenseSettings.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the program can't be read: " + SHIPPED, e);
        }
    }
}
