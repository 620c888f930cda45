// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

/**
 * Where a line stands; no two lines share it.
 *
 * @param file the life of the file that holds it
 * @param offset bytes before the line
 * @param length bytes of the line without its line feed
 */
public record LineIdentity(FileIdentity file, long offset, int length) {}
