// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

/**
 * A record with its place in the topic.
 *
 * @param topicId the topic as the cluster knows it: a topic made anew under the same name has another
 * @param partition of the topic
 * @param offset in the partition
 * @param value what was delivered
 */
public record Delivered<T>(String topicId, int partition, long offset, T value) {}
