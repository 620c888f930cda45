// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

/** What a backtest found of one source, and what is known of it. */
public record Found(Difference difference, Sessions sessions) {}
