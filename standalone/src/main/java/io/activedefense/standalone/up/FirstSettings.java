// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.standalone.data.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings document that a new installation begins with, as the REST API takes it. */
final class FirstSettings {
    private FirstSettings() {}

    static void refuseInvalid(Path file) {
        try {
            Json.STRICT.readValue(Files.readAllBytes(file), DefenseSettings.class);
        } catch (JsonProcessingException e) {
            throw new CannotStartException("The settings in " + file + " are refused: " + reason(e), e);
        } catch (IOException e) {
            throw new CannotStartException("The settings file " + file.toAbsolutePath() + " can't be read", e);
        }
    }

    private static String reason(JsonProcessingException e) {
        return e.getCause() instanceof InvalidSettingException invalid
                ? String.valueOf(invalid.getMessage())
                : e.getOriginalMessage();
    }
}
