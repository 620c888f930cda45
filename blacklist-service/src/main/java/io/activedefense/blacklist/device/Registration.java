// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import io.activedefense.contracts.settings.Device;
import java.time.Instant;

/**
 * What was decided about a device.
 *
 * @param device with what was decided
 * @param at when
 * @param by whom
 */
public record Registration(Device device, Instant at, String by) {}
