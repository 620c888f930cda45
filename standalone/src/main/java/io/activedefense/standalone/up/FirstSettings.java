// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.contracts.settings.SettingsDocument;
import io.activedefense.standalone.data.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings document that a new installation begins with, as the REST API takes it. */
final class FirstSettings {
    private FirstSettings() {}

    static void refuseInvalid(Path file) {
        try {
            SettingsDocument.read(Files.readAllBytes(file));
        } catch (InvalidSettingException e) {
            throw new CannotStartException("The settings in " + file + " are refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotStartException("The settings file " + file.toAbsolutePath() + " can't be read", e);
        }
    }
}
