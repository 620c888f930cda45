// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.settings.RuleMode;

/**
 * A rule fired for a source.
 *
 * @param rule the rule's id
 * @param mode of the rule when it fired
 * @param crossing what made it fire
 */
public record Firing(String rule, RuleMode mode, Crossing crossing) {
    /** What shall become of it. */
    public Disposition disposition() {
        if (mode != RuleMode.ENFORCE) {
            return Disposition.OBSERVE;
        }
        return crossing.doubt() == null ? Disposition.LIST : Disposition.HOLD;
    }
}
