// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

import io.activedefense.contracts.settings.DefenseSettings;
import java.util.List;

/** The settings in force and those before them. */
public interface SettingsStore {
    SettingsVersion current();

    /**
     * Puts a document in force. Its {@link DefenseSettings#version} must be that of the document it was made from; the
     * stored one gets the next.
     */
    ChangeOutcome change(DefenseSettings proposed, String by, String why);

    /** The versions, the latest first. */
    List<SettingsVersion> history(int limit);
}
