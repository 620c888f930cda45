// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

import io.activedefense.contracts.settings.DefenseSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The settings in force and those before them. */
public interface SettingsStore {
    SettingsVersion current();

    /**
     * Puts a document in force. Its {@link DefenseSettings#version} must be that of the document it was made from; the
     * stored one gets the next.
     *
     * @throws io.activedefense.contracts.settings.InvalidSettingException if it counts fewer resets than there were
     */
    ChangeOutcome change(DefenseSettings proposed, String by, String why);

    /** Changes something, whatever else is changed meanwhile; what is in force then. */
    default DefenseSettings change(UnaryOperator<DefenseSettings> change, String by, String why) {
        while (true) {
            switch (change(change.apply(current().settings()), by, why)) {
                case ChangeOutcome.Changed changed -> {
                    return changed.version().settings();
                }
                case ChangeOutcome.Same same -> {
                    return same.version().settings();
                }
                case ChangeOutcome.Conflict meanwhile -> {}
            }
        }
    }

    /**
     * What a change would do.
     *
     * @param most how many entries to name
     */
    SettingsPreview preview(DefenseSettings proposed, int most);

    /** The document of a version. */
    Optional<SettingsVersion> find(long version);

    /**
     * The versions, the latest first.
     *
     * @param before only earlier ones; absent: from the latest
     */
    List<SettingsVersion> history(@Nullable Long before, int limit);

    /** The versions, the latest first. */
    default List<SettingsVersion> history(int limit) {
        return history(null, limit);
    }
}
