// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.contracts.settings.DefenseSettings;

/**
 * What a backtest is to find out.
 *
 * @param range of the archived past
 * @param inForce the settings that it is held against
 * @param underTest the other ones
 */
public record Question(TimeRange range, DefenseSettings inForce, DefenseSettings underTest) {}
