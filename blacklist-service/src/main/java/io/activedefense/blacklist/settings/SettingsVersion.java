// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Instant;

/**
 * A settings document that is or was in force.
 *
 * @param settings the document, with its version
 * @param at since when
 * @param by who put it in force
 * @param why in that person's words
 */
public record SettingsVersion(DefenseSettings settings, Instant at, String by, String why) {}
