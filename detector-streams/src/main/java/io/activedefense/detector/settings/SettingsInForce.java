// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.settings;

import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.rules.RuleSet;

/**
 * A settings document with the rules that it describes.
 *
 * @param document as an operator decided it
 * @param rules made of it
 */
public record SettingsInForce(DefenseSettings document, RuleSet rules) {
    public static SettingsInForce of(DefenseSettings document) {
        return new SettingsInForce(document, RuleSet.of(document));
    }
}
