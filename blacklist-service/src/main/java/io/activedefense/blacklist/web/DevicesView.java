// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.device.DeviceState;
import io.activedefense.contracts.settings.DeviceSettings;
import java.time.Instant;
import java.util.List;

/**
 * Every device.
 *
 * @param at when this was asked
 * @param settings by which new devices are taken in and all are judged
 * @param devices registered ones and discovered ones, by name
 */
record DevicesView(Instant at, DeviceSettings settings, List<DeviceState> devices) {}
