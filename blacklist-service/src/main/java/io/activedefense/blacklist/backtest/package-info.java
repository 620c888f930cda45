// SPDX-License-Identifier: Apache-2.0
/** Other settings over the archived past, and why an address is not on the list: the detector's rules over archived events. */
@NullMarked
package io.activedefense.blacklist.backtest;

import org.jspecify.annotations.NullMarked;
