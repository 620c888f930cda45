// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

/** What became of a proposed settings document. */
public sealed interface ChangeOutcome {
    /** It is in force, with the next version. */
    record Changed(SettingsVersion version) implements ChangeOutcome {}

    /** It says what is in force already; nothing was changed. */
    record Same(SettingsVersion version) implements ChangeOutcome {}

    /** It was made from another document than the one in force; nothing was changed. */
    record Conflict(SettingsVersion inForce) implements ChangeOutcome {}
}
