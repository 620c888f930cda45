// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

/**
 * Why an address must not be listed.
 *
 * @param text reads after the address: "it touches the own network 198.51.100.0/24"
 */
public record NeverListed(String text) {}
