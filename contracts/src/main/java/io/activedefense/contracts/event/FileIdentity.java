// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

/**
 * One life of one log file.
 *
 * @param device number of the file system's device
 * @param inode the file's number there
 * @param generation counts what the two can't tell: new at every truncation and reuse of the inode
 */
public record FileIdentity(long device, long inode, int generation) {}
