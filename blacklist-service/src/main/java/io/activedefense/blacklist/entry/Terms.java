// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import java.time.Duration;

/**
 * What the settings of one moment say about entries.
 *
 * @param blockWindow how long an entry stays that isn't seen
 * @param neverList what must not come on the list
 */
public record Terms(Duration blockWindow, NeverList neverList) {}
