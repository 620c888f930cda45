// SPDX-License-Identifier: Apache-2.0
/** The command that tries other settings on what was archived. */
@NullMarked
package io.activedefense.standalone.backtest;

import org.jspecify.annotations.NullMarked;
