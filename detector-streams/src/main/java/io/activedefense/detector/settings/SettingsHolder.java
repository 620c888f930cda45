// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.settings;

import io.activedefense.contracts.settings.DefenseSettings;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings in force: written by the one thread that reads the topic, read by all. */
public final class SettingsHolder {
    private volatile @Nullable SettingsInForce present;
    private volatile Consumer<DefenseSettings> listener = settings -> {};

    /** The settings in force; none before the first document came. */
    public @Nullable SettingsInForce present() {
        return present;
    }

    /** Takes a document as the one in force. */
    public void put(DefenseSettings document) {
        present = SettingsInForce.of(document);
        listener.accept(document);
    }

    /** Whom to tell of each document that comes into force. */
    public void listen(Consumer<DefenseSettings> toTell) {
        listener = toTell;
    }
}
