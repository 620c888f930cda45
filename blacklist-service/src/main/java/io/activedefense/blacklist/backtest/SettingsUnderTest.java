// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.StrictDocument;
import java.nio.charset.StandardCharsets;

/** The settings in force, but for what somebody wants to try. */
public final class SettingsUnderTest {
    private SettingsUnderTest() {}

    /**
     * Lays fields over the settings in force.
     *
     * @param differing fields of the document, as deep as they differ
     * @throws io.activedefense.contracts.settings.InvalidSettingException naming the first that is not accepted
     */
    public static DefenseSettings of(DefenseSettings inForce, ObjectNode differing) {
        ObjectNode whole = Json.TOLERANT.valueToTree(inForce);
        lay(differing, whole);
        return StrictDocument.read(whole.toString().getBytes(StandardCharsets.UTF_8), DefenseSettings.class);
    }

    private static void lay(ObjectNode differing, ObjectNode whole) {
        differing.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode deeper
                    && whole.get(field.getKey()) instanceof ObjectNode below) {
                lay(deeper, below);
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
    }
}
