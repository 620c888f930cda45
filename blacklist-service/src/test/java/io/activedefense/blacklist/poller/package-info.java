// SPDX-License-Identifier: Apache-2.0
/** Pollers: what is summed up of them, and when they are a trouble. */
@NullMarked
package io.activedefense.blacklist.poller;

import org.jspecify.annotations.NullMarked;
