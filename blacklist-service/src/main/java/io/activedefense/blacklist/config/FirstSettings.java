// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.contracts.settings.StrictDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The settings that a fresh database starts with. */
final class FirstSettings {
    private FirstSettings() {}

    /**
     * The document in the file, or the defaults where no file is named.
     *
     * @throws InvalidSettingException if the file can't be read or what it says is not accepted
     */
    static DefenseSettings from(@Nullable Path file) {
        return file == null ? DefenseSettings.DEFAULTS : read(file);
    }

    private static DefenseSettings read(Path file) {
        try {
            return StrictDocument.read(Files.readAllBytes(file), DefenseSettings.class);
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "active-defense.blacklist-service.first-settings",
                    file,
                    "a readable file with a settings document");
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException(file + ": " + e.field(), e.value(), e.accepted());
        }
    }
}
