// SPDX-License-Identifier: Apache-2.0
/** How an application of ours starts alone: its own defaults, its server, one line when it can't. */
@NullMarked
package io.activedefense.application;

import org.jspecify.annotations.NullMarked;
