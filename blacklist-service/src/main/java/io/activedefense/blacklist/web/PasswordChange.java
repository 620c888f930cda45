// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another password for who is signed in.
 *
 * @param present the password until now
 * @param next 12 characters or more, at most 72 bytes in UTF-8
 */
record PasswordChange(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String present,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String next) {
    @Override
    public String toString() {
        return "a change of password";
    }
}
