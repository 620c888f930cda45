// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator's wish to list an address.
 *
 * @param address an address or a prefix
 * @param comment the operator's words
 * @param expiresAt when it shall be released; absent: when an operator says so
 * @param by the operator
 */
public record Addition(
        Cidr address, @Nullable String comment, @Nullable Instant expiresAt, String by) {}
