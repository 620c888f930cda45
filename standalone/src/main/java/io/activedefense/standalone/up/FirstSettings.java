// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.contracts.settings.StrictDocument;
import io.activedefense.standalone.data.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings document that a new installation begins with, as the REST API takes it. */
final class FirstSettings {
    private FirstSettings() {}

    static void refuseInvalid(Path file) {
        try {
            StrictDocument.read(Files.readAllBytes(file), DefenseSettings.class);
        } catch (InvalidSettingException e) {
            throw new CannotStartException("The settings in " + file + " are refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotStartException("The settings file " + file.toAbsolutePath() + " can't be read", e);
        }
    }
}
