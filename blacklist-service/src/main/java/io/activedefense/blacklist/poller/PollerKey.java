// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

/**
 * Who polls what.
 *
 * @param list name of the list
 * @param address that the polls come from
 */
public record PollerKey(String list, String address) {}
