// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.blacklist.document.StrictDocument;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;

/** A settings document as people write it: what is left out has its default, what is unknown is a mistake. */
public final class SettingsDocument {
    private SettingsDocument() {}

    /**
     * Reads a document.
     *
     * @throws InvalidSettingException if it is no JSON or a field is unknown or out of range; names field, value and
     *     what is accepted
     */
    public static DefenseSettings parse(String json) {
        return StrictDocument.read(json, DefenseSettings.class);
    }

    public static String write(DefenseSettings settings) {
        try {
            return Json.STRICT.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings of version " + settings.version() + " can't be written", e);
        }
    }
}
