// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import java.time.Instant;

/**
 * Somebody who is told.
 *
 * @param id made up when it is added
 * @param wish what an admin wants it to be
 * @param shown where it is reached, without what is secret
 * @param hasSecret whether it knows the sender by a secret
 * @param targetAt since when it is reached there
 */
public record Recipient(long id, RecipientWish wish, String shown, boolean hasSecret, Instant targetAt) {}
