// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import org.jspecify.annotations.Nullable;

/**
 * A record to publish.
 *
 * @param value absent: a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Message(String topic, String key, byte @Nullable [] value) {}
