// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

import io.activedefense.blacklist.settings.SettingsDiff.Difference;
import io.activedefense.contracts.address.Cidr;
import java.util.List;

/**
 * What a change of the settings would do.
 *
 * @param differences from the document in force
 * @param releases how many entries it would release, because they must not be listed then
 * @param first of them, in address order
 */
public record SettingsPreview(List<Difference> differences, long releases, List<Covered> first) {
    public SettingsPreview {
        differences = List.copyOf(differences);
        first = List.copyOf(first);
    }

    /**
     * An entry that would be released.
     *
     * @param address of it
     * @param why it must not be listed
     */
    public record Covered(Cidr address, String why) {}
}
