// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

/**
 * What a backtest found of one source.
 *
 * @param found when it was over
 * @param listedNow whether it is on the list at present
 */
public record Outcome(Found found, boolean listedNow) {}
