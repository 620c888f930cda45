// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator's wish to list an address, as sent.
 *
 * @param address an address or a prefix
 * @param comment why, up to 500 characters
 * @param expiresAt when it shall be released; absent: when an operator says so
 */
record NewEntry(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String address,

        @Nullable String comment,
        @Nullable Instant expiresAt) {}
